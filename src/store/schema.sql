CREATE TABLE access_tokens (
  id text not null primary key,
  name text not null unique,
  hash text not null unique,
  scopes text not null,
  created_at text not null,
  expires_at text,
  last_used_at text
);

CREATE TABLE article_texts (
  article_id text not null references articles (id) on delete cascade,
  text_version text not null,
  page_hash text not null,
  text text not null,
  parts text not null,
  data blob not null,
  primary key (article_id, text_version)
);

CREATE TABLE articles (
  id text not null primary key,
  seq integer not null unique,
  page_hash text not null references blobs (hash),
  text_version text not null,
  title text not null,
  standfirst text,
  language text not null,
  outlet_id text references outlets (id),
  aggregator text,
  agency text,
  published text,
  not_later_than text,
  sort_day text not null,
  url text,
  origin text not null,
  page_type text not null,
  dispatch_id text,
  story_id text
  , coded_with text, dropped_at text);

CREATE INDEX articles_by_coder on articles (coded_with, seq);

CREATE INDEX articles_by_day on articles (sort_day, seq);

CREATE INDEX articles_by_dispatch on articles (dispatch_id);

CREATE INDEX articles_by_language on articles (language, sort_day, seq);

CREATE INDEX articles_by_outlet on articles (outlet_id, sort_day, seq);

CREATE INDEX articles_by_page on articles (page_hash);

CREATE INDEX articles_by_story on articles (story_id);

CREATE TABLE blobs (hash text not null primary key, size integer not null, encoding text not null, bytes blob not null);

CREATE TABLE changes (
  seq integer not null primary key autoincrement,
  subject text not null,
  subject_id text not null,
  kind text not null,
  at text not null,
  decision_id text,
  fields text not null
);

CREATE INDEX changes_by_subject on changes (subject_id, seq);

CREATE TABLE claims (
  article_id text not null references articles (id) on delete cascade,
  id text not null,
  position integer not null,
  text_version text not null,
  report integer not null,
  field text not null,
  value text not null,
  source text not null,
  polarity text not null,
  certainty real not null,
  basis text not null,
  spans text not null,
  primary key (article_id, id)
);

CREATE TABLE comments (
  seq integer not null primary key autoincrement,
  article_id text not null,
  parent integer,
  quoted integer,
  user_id text references users (id) on delete set null,
  text text not null,
  print text not null,
  language text not null,
  state text not null,
  reasons text not null,
  at text not null,
  edited_at text
);

CREATE INDEX comments_by_article on comments (article_id, seq);

CREATE INDEX comments_by_parent on comments (parent);

CREATE INDEX comments_by_print on comments (print);

CREATE INDEX comments_by_state on comments (state, seq);

CREATE INDEX comments_by_user on comments (user_id, seq);

CREATE TABLE decisions (
  seq integer not null primary key autoincrement,
  kind text not null,
  meeting_id text,
  other_id text,
  action text not null,
  inverse text not null,
  actor text not null,
  reason text not null,
  at text not null,
  undone_by integer,
  problem text
  , person_id text, other_person_id text);

CREATE INDEX decisions_by_meeting on decisions (meeting_id);

CREATE INDEX decisions_by_person on decisions (person_id);

CREATE TABLE desk_log (
  seq integer not null primary key autoincrement,
  queue text not null,
  subject text not null,
  action text not null,
  before text not null,
  actor_id text references users (id) on delete set null,
  reason text not null,
  at text not null,
  undone_by integer
);

CREATE INDEX desk_log_by_actor on desk_log (actor_id);

CREATE TABLE fetch_domains (
  domain text not null primary key,
  blocked_until text,
  refusals integer not null,
  robots text,
  robots_until text
  , next_visit text);

CREATE TABLE fusion_index (article_id text not null primary key, data text not null);

CREATE TABLE fusion_keys (
  look_up text not null,
  first_day integer not null,
  last_day integer not null,
  owner text not null,
  report text not null
);

CREATE INDEX fusion_keys_by_day on fusion_keys (look_up, first_day);

CREATE INDEX fusion_keys_by_owner on fusion_keys (owner);

CREATE TABLE fusion_pending (article_id text not null primary key);

CREATE TABLE fusion_spellings (
  spelling text not null primary key,
  country text not null,
  role_code text not null,
  known integer not null,
  data text not null
);

CREATE INDEX fusion_spellings_by_country on fusion_spellings (country);

CREATE INDEX fusion_spellings_by_role on fusion_spellings (role_code, known);

CREATE TABLE group_articles_due (step text not null, article_id text not null, primary key (step, article_id));

CREATE TABLE group_days (day integer not null primary key, open_stories text not null);

CREATE TABLE group_days_due (step text not null, day integer not null, primary key (step, day));

CREATE TABLE group_marks (
  mark integer not null,
  article_id text not null references group_prints (article_id) on delete cascade,
  primary key (mark, article_id)
);

CREATE INDEX group_marks_by_article on group_marks (article_id);

CREATE TABLE group_prints (
  article_id text not null primary key references articles (id) on delete cascade,
  day integer not null,
  basis text not null,
  bound integer not null,
  digest text not null,
  dispatch blob not null,
  story blob not null,
  main_reports text not null,
  root text,
  founder text
);

CREATE INDEX group_prints_by_day on group_prints (day, article_id);

CREATE INDEX group_prints_by_founder on group_prints (founder);

CREATE INDEX group_prints_by_root on group_prints (root);

CREATE TABLE host_pages (
  article_id text not null primary key references articles (id) on delete cascade,
  host text not null,
  lines text not null
);

CREATE INDEX host_pages_by_host on host_pages (host, article_id);

CREATE TABLE hosts (host text not null primary key, read_with integer not null);

CREATE TABLE hub_subscriptions (
  source_id text not null primary key references sources (id) on delete cascade,
  hub text not null,
  topic text not null,
  token text not null unique,
  secret text not null,
  state text not null,
  asked_at text not null,
  active_until text,
  renew_at text,
  last_push text,
  detail text
);

CREATE TABLE image_addresses (
  address text not null primary key,
  image text not null
);

CREATE TABLE image_reports (
  seq integer not null primary key autoincrement,
  image text not null,
  address text not null,
  article_id text not null,
  user_id text not null references users (id) on delete cascade,
  reason text not null,
  note text not null,
  network text not null,
  is_new integer not null,
  spent integer not null,
  at text not null,
  unique (image, user_id)
);

CREATE INDEX image_reports_by_user on image_reports (user_id);

CREATE TABLE image_states (
  image text not null primary key,
  state text not null,
  reason text not null,
  restores integer not null,
  at text not null
);

CREATE TABLE import_failures (
  input text not null,
  item text not null,
  position text,
  code text not null,
  detail text,
  failed_at text not null,
  tries integer not null,
  primary key (input, item)
);

CREATE TABLE import_inputs (
  path text not null primary key,
  stamp text not null,
  position text not null,
  began_at text not null
);

CREATE TABLE jobs (
  seq integer not null primary key autoincrement,
  id text not null unique,
  kind text not null,
  key text not null,
  about text not null,
  state text not null,
  priority integer not null,
  tries integer not null,
  added_at text not null,
  run_at text not null,
  lease text,
  leased_until text,
  reason text,
  detail text
);

CREATE INDEX jobs_due on jobs (kind, state, priority desc, added_at, seq);

CREATE INDEX jobs_leased on jobs (leased_until) where state = 'running';

CREATE TABLE meeting_articles (
  meeting_id text not null references meetings (id) on delete cascade,
  article_id text not null,
  report integer not null,
  primary key (meeting_id, article_id, report)
);

CREATE INDEX meeting_articles_by_article on meeting_articles (article_id, report);

CREATE TABLE meeting_countries (
  meeting_id text not null references meetings (id) on delete cascade,
  country text not null,
  primary key (meeting_id, country)
);

CREATE INDEX meeting_countries_by_country on meeting_countries (country, meeting_id);

CREATE TABLE meeting_filters (
  facet integer not null,
  sort_day text not null,
  meeting_id text not null references meetings (id) on delete cascade,
  background integer not null,
  primary key (facet, sort_day, meeting_id)
  ) without rowid;

CREATE INDEX meeting_filters_by_meeting on meeting_filters (meeting_id);

CREATE TABLE meeting_lines (
  meeting_id text not null primary key references meetings (id) on delete cascade,
  packed text not null
);

CREATE TABLE meeting_marks (
  meeting_id text not null references meetings (id) on delete cascade,
  kind text not null,
  value text not null,
  label text not null,
  primary key (meeting_id, kind, value)
);

CREATE INDEX meeting_marks_by_value on meeting_marks (kind, value, meeting_id);

CREATE TABLE meeting_people (
  meeting_id text not null references meetings (id) on delete cascade,
  person_id text not null,
  primary key (meeting_id, person_id)
);

CREATE INDEX meeting_people_by_person on meeting_people (person_id, meeting_id);

CREATE TABLE meeting_redirects (
  former text not null primary key,
  moved_to text not null references meetings (id) on delete cascade
);

CREATE INDEX meeting_redirects_by_target on meeting_redirects (moved_to);

CREATE TABLE meeting_topics (
  meeting_id text not null references meetings (id) on delete cascade,
  topic text not null,
  primary key (meeting_id, topic)
);

CREATE INDEX meeting_topics_by_topic on meeting_topics (topic, meeting_id);

CREATE TABLE meetings (
  id text not null primary key,
  slug text not null,
  type text not null,
  status text not null,
  first_day text,
  last_day text,
  sort_day text not null,
  background integer not null,
  outcomes integer not null,
  strong_outcomes integer not null,
  digest text not null,
  data text not null
);

CREATE INDEX meetings_by_day on meetings
  (sort_day, id, background, first_day, last_day, type, status, outcomes, strong_outcomes);

CREATE INDEX meetings_by_slug on meetings (slug);

CREATE TABLE novelty_prints (
  article_id text not null primary key references articles (id) on delete cascade,
  data blob not null
);

CREATE TABLE outlets (
  id text not null primary key,
  slug text not null,
  name text not null,
  hosts text not null,
  languages text not null,
  home_country text,
  publish text not null,
  origin text not null
  , keep_days integer);

CREATE INDEX outlets_by_slug on outlets (slug);

CREATE TABLE pages (
  seq integer not null primary key autoincrement,
  article_id text not null,
  identity text not null,
  version integer not null,
  is_current integer not null,
  hash text not null references blobs (hash),
  size integer not null,
  content_type text,
  format text,
  url text,
  name text,
  origin text not null,
  saved_at text not null, is_read integer not null default 0,
  unique (article_id, version)
);

CREATE INDEX pages_again on pages (article_id, saved_at) where version > 1;

CREATE INDEX pages_by_arrival on pages (version, saved_at);

CREATE INDEX pages_by_hash on pages (hash);

CREATE INDEX pages_by_identity on pages (identity);

CREATE INDEX pages_current on pages (is_current, seq);

CREATE INDEX pages_unread on pages (seq) where is_read = 0 and is_current = 1;

CREATE TABLE people (
  id text not null primary key,
  slug text not null,
  name text not null,
  sort_name text not null,
  digest text not null,
  data text not null
);

CREATE INDEX people_by_name on people (sort_name, id);

CREATE INDEX people_by_slug on people (slug);

CREATE TABLE person_countries (
  person_id text not null references people (id) on delete cascade,
  country text not null,
  primary key (person_id, country)
);

CREATE INDEX person_countries_by_country on person_countries (country, person_id);

CREATE TABLE person_posts (
  person_id text not null references people (id) on delete cascade,
  position integer not null,
  role_code text not null,
  country text not null,
  first_seen text,
  last_seen text,
  held_from text,
  held_until text,
  primary key (person_id, position)
);

CREATE INDEX person_posts_by_office on person_posts (role_code, country, first_seen);

CREATE TABLE person_spellings (
  person_id text not null references people (id) on delete cascade,
  position integer not null,
  folded text not null,
  full_name text not null,
  script text not null,
  reports integer not null,
  primary key (person_id, position)
);

CREATE INDEX person_spellings_by_name on person_spellings (folded, person_id);

CREATE TABLE polls (
  seq integer not null primary key autoincrement,
  source_id text not null references sources (id) on delete cascade,
  at text not null,
  outcome text not null,
  found integer not null,
  fresh integer not null,
  milliseconds integer not null,
  reason text
);

CREATE INDEX polls_by_source on polls (source_id, seq);

CREATE TABLE ratings (
  article_id text not null,
  user_id text not null references users (id) on delete cascade,
  stars integer not null,
  at text not null,
  primary key (article_id, user_id)
);

CREATE INDEX ratings_by_user on ratings (user_id);

CREATE TABLE reader_poll_votes (
  poll integer not null,
  user_id text not null references users (id) on delete cascade,
  choice integer not null,
  at text not null,
  primary key (poll, user_id)
);

CREATE INDEX reader_poll_votes_by_user on reader_poll_votes (user_id);

CREATE TABLE reader_polls (
  seq integer not null primary key autoincrement,
  data text not null,
  closes_at text not null,
  removed_at text,
  at text not null
);

CREATE TABLE reader_reports (
  seq integer not null primary key autoincrement,
  subject text not null,
  subject_id text not null,
  message text not null,
  contact text,
  language text not null,
  at text not null,
  closed_at text,
  closed_by text,
  answer text
);

CREATE INDEX reader_reports_by_state on reader_reports (closed_at, seq);

CREATE TABLE records (
  article_id text not null primary key references articles (id) on delete cascade,
  text_version text not null,
  coder_version text not null,
  data blob not null
);

CREATE TABLE retention_log (
  seq integer not null primary key autoincrement,
  at text not null,
  outlet_id text not null,
  keep_days integer not null,
  articles integer not null,
  bytes integer not null
);

CREATE TABLE saved_articles (
  user_id text not null references users (id) on delete cascade,
  article_id text not null,
  at text not null,
  primary key (user_id, article_id)
);

CREATE TABLE schema_migrations (number integer not null primary key, name text not null, applied_at text not null);

CREATE TABLE search_documents (
  document integer not null primary key,
  article_id text not null unique references articles (id) on delete cascade,
  text_version text not null
);

CREATE TABLE search_facet_names (number integer not null primary key autoincrement, kind text not null, value text not null, unique (kind, value));

CREATE TABLE search_facets (document integer not null primary key, packed text not null);

CREATE TABLE search_filters (facet integer not null, document integer not null, primary key (facet, document)) without rowid;

CREATE VIRTUAL TABLE search_index using fts5 (head, body, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE search_words (folded text not null, stem text not null, primary key (folded, stem));

CREATE TABLE settings (name text not null primary key, value text not null);

CREATE TABLE source_items (
  address text not null primary key,
  source_id text not null references sources (id) on delete cascade,
  feed text,
  found_at text not null,
  state text not null,
  tries integer not null,
  next_try text not null,
  reason text,
  detail text,
  article_id text
  , site text not null default '');

CREATE INDEX source_items_by_article on source_items (article_id);

CREATE INDEX source_items_by_site on source_items (state, site, next_try);

CREATE INDEX source_items_by_source on source_items (source_id, state, found_at);

CREATE INDEX source_items_due on source_items (state, next_try);

CREATE TABLE sources (
  id text not null primary key,
  outlet_id text not null references outlets (id),
  address text not null unique,
  kind text not null,
  title text,
  folder text not null,
  pattern text,
  state text not null,
  reason text,
  detail text,
  allow_private integer not null,
  pause_ms integer,
  etag text,
  last_modified text,
  hub text,
  interval_seconds integer not null,
  next_poll text not null,
  last_poll text,
  last_good text,
  last_item text,
  failures integer not null,
  added_at text not null
);

CREATE INDEX sources_by_outlet on sources (outlet_id);

CREATE INDEX sources_due on sources (state, next_poll);

CREATE TABLE stories (
  id text not null primary key,
  articles integer not null,
  outlets integer not null,
  dispatches integer not null,
  last_day text not null
);

CREATE INDEX stories_by_day on stories (last_day, outlets, articles, id);

CREATE TABLE story_links (
  link text not null,
  article_id text not null references group_prints (article_id) on delete cascade,
  primary key (link, article_id)
);

CREATE INDEX story_links_by_article on story_links (article_id);

CREATE TABLE story_merges (
  day integer not null,
  founder text not null,
  into_founder text not null,
  primary key (day, founder)
);

CREATE INDEX story_merges_by_founder on story_merges (founder);

CREATE INDEX story_merges_by_target on story_merges (into_founder);

CREATE TABLE story_moves (
  former text not null,
  article_id text not null references articles (id) on delete cascade,
  primary key (former, article_id)
);

CREATE INDEX story_moves_by_article on story_moves (article_id);

CREATE TABLE user_credentials (
  id text not null primary key,
  user_id text not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  access_token_expires_at text,
  refresh_token_expires_at text,
  scope text,
  id_token text,
  password text,
  created_at text not null,
  updated_at text not null,
  unique (provider_id, account_id)
);

CREATE INDEX user_credentials_by_user on user_credentials (user_id);

CREATE TABLE user_sessions (
  id text not null primary key,
  user_id text not null references users (id) on delete cascade,
  token text not null unique,
  expires_at text not null,
  ip_address text,
  user_agent text,
  created_at text not null,
  updated_at text not null
);

CREATE INDEX user_sessions_by_user on user_sessions (user_id);

CREATE TABLE user_verifications (
  id text not null primary key,
  identifier text not null,
  value text not null,
  expires_at text not null,
  created_at text not null,
  updated_at text not null
);

CREATE INDEX user_verifications_by_identifier on user_verifications (identifier);

CREATE INDEX user_verifications_by_value on user_verifications (value);

CREATE TABLE users (
  id text not null primary key,
  name text not null,
  username text not null unique,
  shown_username text not null,
  email text not null unique,
  email_verified integer not null,
  image text,
  role text not null,
  blocked integer not null,
  created_at text not null,
  updated_at text not null
);

CREATE TABLE webhooks (
  id text not null primary key,
  url text not null unique,
  secret text not null,
  countries text not null,
  allow_private integer not null,
  state text not null,
  told integer not null,
  telling integer not null,
  failures integer not null,
  next_at text not null,
  last_at text,
  last_answer text,
  created_at text not null
);

CREATE TABLE withdrawals (person_id text not null primary key, data text not null);
