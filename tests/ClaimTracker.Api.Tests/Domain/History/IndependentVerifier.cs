using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Domain.History;

/// <summary>Another program, written from "The format" and "Content digests" of db/HISTORY.md alone: it uses no code of ours.</summary>
internal static class IndependentVerifier
{
    private const string OfVersion = "'version/' || article_id || '/' || version";

    /// <summary>
    /// Queries for the rows of each table: the subject, then the columns. The rows that a subject has in several tables follow each other
    /// in this order.
    /// </summary>
    internal static readonly (string Table, string Rows)[] Contents =
    [
        ("articles", """
            'article/' || id, id, version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app,
            external_id, deadline, created_by, created_at, updated_at, assignee, archived_at, assigned_at, erased_at
            from articles
            """),
        ("article_fields", "'article/' || article_id, * from article_fields order by field_id, ordinal"),
        ("article_versions", $"{OfVersion}, article_id, version, text, text_sha256, created_by, created_at, layout from article_versions"),
        ("blocks", $"{OfVersion}, * from blocks order by ordinal"),
        ("sentence_positions", $"{OfVersion}, article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, "
            + "suffix from sentence_positions order by ordinal"),
        ("sentences", """
            coalesce('version/' || p.article_id || '/' || p.version, 'A version with sentence ' || s.id),
                s.id, s.article_id, s.text, s.score, s.score_components, s.media_start, s.media_end
            from sentences s left join sentence_positions p on p.sentence_id = s.id order by id
            """),
        ("sentence_lineage", $"{OfVersion}, * from sentence_lineage order by id"),
        ("sentence_positions", "'version/' || article_id || '/' || gone_in, sentence_id, gone_in from sentence_positions "
            + "where gone_in is not null order by sentence_id"),
        ("citations", $"{OfVersion}, id, article_id, version, first_sentence, first_start, first_end, kind, url, text, author, noted_at, "
            + "created_by, created_at from citations order by id"),
        ("citations", """
            'citation/' || id, id, sentence_id, span_start, span_end, state, reason, evidence_id, settled_by, settled_at
            from citations
            where state <> 'open' or coalesce(reason, evidence_id, settled_by, settled_at) is not null or sentence_id <> first_sentence
                or span_start is not first_start or span_end is not first_end
            """),
        ("sentences", "'sentence/' || id, id, triage, triage_reason from sentences where triage <> 'open' or triage_reason is not null"),
        ("sentence_claims", "'sentence/' || sentence_id, * from sentence_claims order by claim_id"),
        ("former_links", "'sentence/' || sentence_id, * from former_links order by id"),
        ("claims", """
            iif(exists (
                    select 1
                    from claims x
                    left join claim_states s on s.claim_id = x.id
                    where x.id = c.id and x.status is s.status and x.evidence_count is s.evidence_count
                        and x.verdict_id is s.verdict_id and x.disputed is s.disputed),
                'claim/', 'A claim in another state ') || id,
                id, text, text_key, headline, language, claim_type, claim_date, location, attribution, appearances, priority,
                assignee, external_app, external_id, created_by, created_at, updated_at, assigned_at
            from claims c
            """),
        ("claim_claimants", "'claim/' || claim_id, * from claim_claimants order by ordinal"),
        ("claim_tags", "'claim/' || claim_id, * from claim_tags order by ordinal"),
        ("claim_relations", "'claim/' || claim_id, * from claim_relations order by other_id"),
        ("claim_matches", "'claim/' || claim_id, * from claim_matches order by other_id"),
        ("claim_fields", "'claim/' || claim_id, * from claim_fields order by field_id, ordinal"),
        ("claim_merges", "'claim/' || claim_id, * from claim_merges order by id"),
        ("sources", "'source/' || id, * from sources"),
        ("source_fields", "'source/' || source_id, * from source_fields order by field_id, ordinal"),
        ("evidence", """
            'evidence/' || id, id, source_id, excerpt, locator_page, locator_timestamp, locator_section, locator_cell, note, created_by,
                created_at, updated_at, public_note, internal, erased_at
            from evidence
            """),
        ("claim_evidence", "'evidence/' || evidence_id, * from claim_evidence order by claim_id"),
        ("rating_scales", "'rating_scale/' || id, * from rating_scales"),
        ("ratings", "'rating_scale/' || scale_id, * from ratings order by ordinal"),
        ("imported_reviews", """
            iif(current <> exists (select 1 from imported_reviews n where n.replaces = r.id),
                    'imported_review/', 'A review that is or is not the latest ') || id,
                id, url, same_key, title, publisher, site, claim, claimant, claim_date, reviewed_at, changed_at, language, rating,
                rating_value, best_rating, worst_rating, normalised, appearances, markup, feed_url, replaces, created_by, created_at
            from imported_reviews r
            """),
        ("subscriptions", "'subscription/' || id, id, feed_url, url_key, name, created_by, created_at from subscriptions"),
        ("worthiness_weights", "'settings/' || version, * from worthiness_weights"),
        ("verdicts", """
            iif(current_claim_id = coalesce((select m.successor_id from claim_merges m where m.claim_id = v.claim_id), claim_id),
                    'verdict/', 'A verdict of another claim ') || id,
                id, claim_id, number, rating_id, justification, state, author, reviewer, valid_as_of, review_due, house, supersedes,
                correction_kind, correction_reason, correction_public_text, review_url, review_title, created_at, updated_at,
                published_at, submitted_by, retraction_reason, ended_at, rejected_at
            from verdicts v
            """),
        ("verdict_writers", """
            'verdict/' || verdict_id, verdict_id, name, since from verdict_writers where not taken_over order by since, name
            """),
        ("house_verdicts", "'verdict/' || verdict_id, * from house_verdicts order by id"),
        ("verdict_evidence", "'verdict/' || verdict_id, * from verdict_evidence order by ordinal"),
        ("comments", "'comment/' || id, * from comments"),
        ("comment_mentions", "'comment/' || comment_id, * from comment_mentions order by user_id"),
        ("fields", "'field/' || id, * from fields"),
        ("lists", "'list/' || id, * from lists"),
        ("list_claims", "'list/' || list_id, * from list_claims order by claim_id"),
        ("users", "'user/' || id, * from users"),
        ("api_keys", "'key/' || id, id, user_id, label, secret_sha256, created_by, created_at, expires_at, revoked_at, "
            + "replaced_by from api_keys"),
    ];

    /// <returns>A sentence; null if there is no fault.</returns>
    public static string? FirstFault(DbConnection db, string? checkpoint = null)
    {
        try
        {
            Event[] events = [.. Rows(db, "* from events order by seq").Select(Event.Of)];
            return InChain(events) ?? (checkpoint is null ? null : InCheckpoint(events, JsonNode.Parse(checkpoint)!)) ?? InTables(
                db, events);
        }
        catch (Exception unreadable) when (
            unreadable is DbException or JsonException or FormatException or CryptographicException or InvalidOperationException)
        {
            return $"It cannot be read: {unreadable.Message}";
        }
    }

    private static string? InChain(Event[] events) => events.Select((e, i) => (e, prev: i == 0 ? "" : events[i - 1].Hash) switch
    {
        _ when e.Seq != i + 1 => $"Event {i + 1} is missing.",
        (_, var prev) when e.Prev != prev => $"Event {e.Seq} does not follow the previous one.",
        (_, var prev) when e.Hash != Sha256(prev, Text(e.Seq), e.At, e.Actor, e.Kind, e.Subject, e.BodySha256 ?? Sha256(e.Salt, e.Body)) =>
            $"Event {e.Seq} has a hash that does not match its content.",
        _ when e.BodySha256 is not null && e.Salt + e.Body is not "" => $"Event {e.Seq} was redacted but still has a salt or a body.",
        _ when e.BodySha256 is not null && !events.Skip(i + 1).Any(r => r.Kind is "event.redacted" && r.Subject == $"event/{e.Seq}") =>
            $"Event {e.Seq} was redacted, but no later event records it.",
        _ => null,
    }).FirstOrDefault(static fault => fault is not null);

    private static string? InCheckpoint(Event[] events, JsonNode checkpoint)
    {
        string[] signed = [.. new[] { "instance", "seq", "head", "at", "publicKey" }.Select(name => checkpoint[name]?.ToString() ?? "")];
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(signed[4]), out _);
        var signature = Convert.FromBase64String(checkpoint["signature"]?.ToString() ?? "");
        return signed switch
        {
            _ when !key.VerifyData(
                Bytes(["ClaimTracker checkpoint 1", .. signed]),
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence) =>
                "The checkpoint is not as it was signed.",
            _ when !events.Any(e => e.Kind is "checkpoint_key.created" && e.Says("after")?["publicKey"]?.ToString() == signed[4]) =>
                "The checkpoint was signed with a key that no event records.",
            [var instance, ..] when events is [] || events[0].Hash != instance => "The checkpoint is of a different history.",
            [_, var seq, var head, ..] when !events.Any(e => Text(e.Seq) == seq && e.Hash == head) =>
                $"Event {seq} differs from the checkpoint.",
            _ => null,
        };
    }

    private static string? InTables(DbConnection db, Event[] events)
    {
        var told = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["rating_scale/1"] = "f2f4ef41291fca9eaf09643629d34706548964ec187f05c6fa1f17f508796c1f",
        };
        foreach (var (subject, digest) in events.SelectMany(static e => e.Says("content")?.AsObject() ?? []))
        {
            told[subject] = digest?.ToString();
        }

        var older = events.Where(static e => e.Says("content") is null).Select(static e => e.Subject).ToHashSet(StringComparer.Ordinal);
        bool OfOlder(string subject) => older.Contains(subject.Split('/') is ["version", var article, _] ? $"article/{article}" : subject);

        var rows = Contents.SelectMany(of => Rows(db, of.Rows).Select(row => (Subject: row.GetString(0), Fields: Fields(of.Table, row))))
            .ToLookup(static row => row.Subject, static row => row.Fields, StringComparer.Ordinal);
        string? Digest(string subject) => rows.Contains(subject) ? Sha256([.. rows[subject].SelectMany(static fields => fields)]) : null;

        return rows.Select(static row => row.Key).Where(subject => !told.ContainsKey(subject) && !OfOlder(subject))
            .Select(static subject => $"{subject} is in the tables, but no event records it.")
            .Concat(told.Where(last => last.Value != Digest(last.Key)).Select(
                static last => $"{last.Key} is not in the tables as it was left."))
            .FirstOrDefault();
    }

    private static string[] Fields(string table, DbDataReader row)
    {
        var columns = Enumerable.Range(1, row.FieldCount - 1).Where(i => !row.IsDBNull(i));
        return [table, .. columns.SelectMany(i => (string[])[row.GetName(i), Text(row[i])]), ""];
    }

    private static IEnumerable<DbDataReader> Rows(DbConnection db, string columns)
    {
        using var command = db.CreateCommand();
        command.CommandText = "select " + columns;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader;
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static byte[] Bytes(string[] fields) => [.. fields.Select(Encoding.UTF8.GetBytes).SelectMany(static utf8 =>
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        return length.Concat(utf8);
    })];

    internal static string Sha256(params string[] fields) => Convert.ToHexStringLower(SHA256.HashData(Bytes(fields)));

    private sealed record Event(
        long Seq,
        string At,
        string Actor,
        string Kind,
        string Subject,
        string Body,
        string Salt,
        string Prev,
        string Hash,
        string? BodySha256)
    {
        public static Event Of(DbDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
            row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9));

        public JsonNode? Says(string member) => Body is "" ? null : JsonNode.Parse(Body)![member];
    }
}
