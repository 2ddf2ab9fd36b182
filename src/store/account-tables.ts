/** A person with an account. Instants are ISO text, flags 0 or 1. */
export interface Users {
  readonly id: string;
  readonly name: string;
  /** In small letters, unique. */
  readonly username: string;
  readonly shown_username: string;
  readonly email: string;
  readonly email_verified: number;
  readonly image: string | null;
  readonly role: string;
  readonly blocked: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface UserSessions {
  readonly id: string;
  readonly user_id: string;
  readonly token: string;
  readonly expires_at: string;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** How somebody proves to be the one: a password, as its hash. */
export interface UserCredentials {
  readonly id: string;
  readonly user_id: string;
  readonly account_id: string;
  readonly provider_id: string;
  readonly password: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Links and questions that may be answered once. The names of links are kept as hashes. */
export interface UserVerifications {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expires_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}
