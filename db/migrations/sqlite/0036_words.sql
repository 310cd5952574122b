-- The words of what is searched, in the form in which they are compared (see db/README.md). Nothing but these indexes is made of them.

create virtual table claim_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

create virtual table article_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

create virtual table source_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

create virtual table evidence_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

create virtual table verdict_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

create virtual table comment_words using fts5 (
    title, text, name, note, content = '', contentless_delete = 1, tokenize = 'ascii');

-- The form of the words. One row once all is indexed; with another form than that of the program, all is indexed anew.
create table indexed_words (
    form integer not null
);

-- What evidence was found by before.
drop index evidence_without_words;
alter table evidence drop column words_key;
alter table evidence drop column note_key;
