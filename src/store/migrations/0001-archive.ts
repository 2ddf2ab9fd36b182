import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The first schema: pages and their bytes, articles, the record, decisions, search. */
export const archive: Migration = {
  number: 1,
  name: 'archive',
  up: async (db, dialect) => {
    const { text, integer, real, bytes, counter } = dialect.types;
    const statements = [
      `create table settings (name ${text} not null primary key, value ${text} not null)`,
      `create table blobs (hash ${text} not null primary key, size ${integer} not null, encoding ${text} not null, bytes ${bytes} not null)`,
      `create table pages (
        seq ${counter},
        article_id ${text} not null,
        identity ${text} not null,
        version ${integer} not null,
        is_current ${integer} not null,
        hash ${text} not null references blobs (hash),
        size ${integer} not null,
        content_type ${text},
        format ${text},
        url ${text},
        name ${text},
        origin ${text} not null,
        saved_at ${text} not null,
        unique (article_id, version)
      )`,
      'create index pages_by_hash on pages (hash)',
      'create index pages_by_identity on pages (identity)',
      'create index pages_current on pages (is_current, seq)',
      `create table outlets (
        id ${text} not null primary key,
        slug ${text} not null,
        name ${text} not null,
        hosts ${text} not null,
        languages ${text} not null,
        home_country ${text},
        publish ${text} not null,
        origin ${text} not null
      )`,
      'create index outlets_by_slug on outlets (slug)',
      `create table articles (
        id ${text} not null primary key,
        seq ${integer} not null unique,
        page_hash ${text} not null references blobs (hash),
        text_version ${text} not null,
        title ${text} not null,
        standfirst ${text},
        language ${text} not null,
        outlet_id ${text} references outlets (id),
        aggregator ${text},
        agency ${text},
        published ${text},
        not_later_than ${text},
        sort_day ${text} not null,
        url ${text},
        origin ${text} not null,
        page_type ${text} not null,
        dispatch_id ${text},
        story_id ${text}
      )`,
      'create index articles_by_day on articles (sort_day, seq)',
      'create index articles_by_outlet on articles (outlet_id, sort_day, seq)',
      'create index articles_by_language on articles (language, sort_day, seq)',
      'create index articles_by_dispatch on articles (dispatch_id)',
      'create index articles_by_story on articles (story_id)',
      'create index articles_by_page on articles (page_hash)',
      `create table article_texts (
        article_id ${text} not null references articles (id) on delete cascade,
        text_version ${text} not null,
        page_hash ${text} not null,
        text ${text} not null,
        parts ${text} not null,
        data ${bytes} not null,
        primary key (article_id, text_version)
      )`,
      `create table stories (
        id ${text} not null primary key,
        articles ${integer} not null,
        outlets ${integer} not null,
        dispatches ${integer} not null,
        last_day ${text} not null
      )`,
      'create index stories_by_day on stories (last_day, outlets, articles, id)',
      `create table records (
        article_id ${text} not null primary key references articles (id) on delete cascade,
        text_version ${text} not null,
        coder_version ${text} not null,
        data ${bytes} not null
      )`,
      `create table claims (
        article_id ${text} not null references articles (id) on delete cascade,
        id ${text} not null,
        position ${integer} not null,
        text_version ${text} not null,
        report ${integer} not null,
        field ${text} not null,
        value ${text} not null,
        source ${text} not null,
        polarity ${text} not null,
        certainty ${real} not null,
        basis ${text} not null,
        spans ${text} not null,
        primary key (article_id, id)
      )`,
      `create table meetings (
        id ${text} not null primary key,
        slug ${text} not null,
        type ${text} not null,
        status ${text} not null,
        first_day ${text},
        last_day ${text},
        sort_day ${text} not null,
        background ${integer} not null,
        outcomes ${integer} not null,
        strong_outcomes ${integer} not null,
        digest ${text} not null,
        data ${text} not null
      )`,
      'create index meetings_by_slug on meetings (slug)',
      'create index meetings_by_day on meetings (sort_day, id)',
      `create table meeting_countries (
        meeting_id ${text} not null references meetings (id) on delete cascade,
        country ${text} not null,
        primary key (meeting_id, country)
      )`,
      'create index meeting_countries_by_country on meeting_countries (country, meeting_id)',
      `create table meeting_people (
        meeting_id ${text} not null references meetings (id) on delete cascade,
        person_id ${text} not null,
        primary key (meeting_id, person_id)
      )`,
      'create index meeting_people_by_person on meeting_people (person_id, meeting_id)',
      `create table meeting_topics (
        meeting_id ${text} not null references meetings (id) on delete cascade,
        topic ${text} not null,
        primary key (meeting_id, topic)
      )`,
      'create index meeting_topics_by_topic on meeting_topics (topic, meeting_id)',
      // No reference to articles: an article may go while the meeting stands until the next fusion.
      `create table meeting_articles (
        meeting_id ${text} not null references meetings (id) on delete cascade,
        article_id ${text} not null,
        report ${integer} not null,
        primary key (meeting_id, article_id, report)
      )`,
      'create index meeting_articles_by_article on meeting_articles (article_id, report)',
      `create table meeting_redirects (
        former ${text} not null primary key,
        moved_to ${text} not null references meetings (id) on delete cascade
      )`,
      'create index meeting_redirects_by_target on meeting_redirects (moved_to)',
      `create table people (
        id ${text} not null primary key,
        slug ${text} not null,
        name ${text} not null,
        sort_name ${text} not null,
        digest ${text} not null,
        data ${text} not null
      )`,
      'create index people_by_slug on people (slug)',
      'create index people_by_name on people (sort_name, id)',
      `create table person_countries (
        person_id ${text} not null references people (id) on delete cascade,
        country ${text} not null,
        primary key (person_id, country)
      )`,
      'create index person_countries_by_country on person_countries (country, person_id)',
      `create table decisions (
        seq ${counter},
        kind ${text} not null,
        meeting_id ${text},
        other_id ${text},
        action ${text} not null,
        inverse ${text} not null,
        actor ${text} not null,
        reason ${text} not null,
        at ${text} not null,
        undone_by ${integer},
        problem ${text}
      )`,
      'create index decisions_by_meeting on decisions (meeting_id)',
      `create table search_words (folded ${text} not null, stem ${text} not null, primary key (folded, stem))`,
      ...dialect.index.schema(dialect.types),
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
