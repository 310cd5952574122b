-- The words of what is searched, in the form in which they are compared (see db/README.md). Nothing but these indexes is made of them.

create table claim_words (
    id bigint primary key,
    words tsvector not null
);
create index claim_words_by_word on claim_words using gin (words);

create table article_words (
    id bigint primary key,
    words tsvector not null
);
create index article_words_by_word on article_words using gin (words);

create table source_words (
    id bigint primary key,
    words tsvector not null
);
create index source_words_by_word on source_words using gin (words);

create table evidence_words (
    id bigint primary key,
    words tsvector not null
);
create index evidence_words_by_word on evidence_words using gin (words);

create table verdict_words (
    id bigint primary key,
    words tsvector not null
);
create index verdict_words_by_word on verdict_words using gin (words);

create table comment_words (
    id bigint primary key,
    words tsvector not null
);
create index comment_words_by_word on comment_words using gin (words);

-- The form of the words. One row once all is indexed; with another form than that of the program, all is indexed anew.
create table indexed_words (
    form bigint not null
);

-- What evidence was found by before.
drop index evidence_without_words;
alter table evidence drop column words_key;
alter table evidence drop column note_key;
