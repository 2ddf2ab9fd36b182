/** A picture as it is kept. */
export interface KeptPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Pictures of articles as the site itself hands them on, when whoever runs it wants that. */
export interface SiteImages {
  /** Fetches and keeps: the site never does that itself. */
  readonly shelf: { get(address: string): Promise<KeptPicture | undefined> };
  /** Signs the addresses of pictures: nobody else can make the site fetch anything. */
  readonly secret: string;
}
