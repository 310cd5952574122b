using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Domain.Sources;

/// <summary>Writes sources. Evidence makes them too: a record may bring its source along.</summary>
internal static class SourceWriter
{
    private const string SameUrlSql = "select id from sources where url_key = @key";
    private const string ConfidentialSql = "select id from sources where id = @id and confidential";

    private const string InsertSql = """
        insert into sources (
            url, url_key, title, title_key, author, publisher, published_on, accessed_on, archived_url, medium, kind, reliability_note,
            confidential, created_by, created_at, updated_at)
        values (
            @Url, @UrlKey, @Title, @TitleKey, @Author, @Publisher, @PublishedOn, @AccessedOn, @ArchivedUrl, @Medium, @Kind,
            @ReliabilityNote, @Confidential, @CreatedBy, @CreatedAt, @UpdatedAt)
        returning id
        """;

    private const string UpdateSql = """
        update sources
        set url = @Url,
            url_key = @UrlKey,
            title = @Title,
            title_key = @TitleKey,
            author = @Author,
            publisher = @Publisher,
            published_on = @PublishedOn,
            accessed_on = @AccessedOn,
            archived_url = @ArchivedUrl,
            medium = @Medium,
            kind = @Kind,
            reliability_note = @ReliabilityNote,
            confidential = @Confidential,
            updated_at = @UpdatedAt
        where id = @Id
        """;

    /// <summary>Adds a source, or finds the one that has the same address.</summary>
    /// <exception cref="ProblemException">
    /// 400: a value of a field has the wrong form, or is missing. 409: the known source is not confidential, and this one must be.
    /// </exception>
    public static async Task<(long Id, bool IsNew)> FindOrInsertAsync(Change change, SourceBody source)
    {
        if (await SameUrlAsync(change, source) is { } existing)
        {
            // Taken as it is, it would be named in public although its sender was promised otherwise.
            if (source.Confidential == true && !await change.AnyAsync(ConfidentialSql, new { id = existing }))
            {
                throw Problem.Conflict(
                    $"Source {existing} has this address and is not confidential. "
                    + $"Mark it first: PATCH {Subject.Source(existing).Address} with confidential true.",
                    Subject.Source(existing).Address);
            }

            return (existing, false);
        }

        var fields = await FieldTexts.OfNewAsync(change, FieldSubject.Source, source.Fields);
        var row = Values(change, source);
        var id = await change.InsertAsync(InsertSql, row);
        await FieldRows.InsertAsync(change, FieldSubject.Source, FieldRows.Of(id, fields));
        var digest = ContentDigest.OfInserted(Subject.Source(id), [row], FieldRows.InOrder(fields));
        await change.RecordAsync(
            EventKind.SourceCreated,
            Subject.Source(id),
            before: null,
            after: source,
            known: new Dictionary<Subject, string?> { [Subject.Source(id)] = digest });
        return (id, true);
    }

    /// <summary>Replaces the part of a source that clients write.</summary>
    /// <exception cref="ProblemException">
    /// 400: a value of a field has the wrong form, or a required one would go. 409: another source has the new address.
    /// </exception>
    public static async Task UpdateAsync(Change change, long id, SourceBody before, SourceBody after)
    {
        if (await SameUrlAsync(change, after) is { } other && other != id)
        {
            throw Problem.Conflict($"Source {other} has this address.", Subject.Source(other).Address);
        }

        var fields = await FieldTexts.OfEditedAsync(change, FieldSubject.Source, before.Fields, after.Fields);
        await change.ExecuteAsync(UpdateSql, Values(change, after, id));
        await FieldRows.ReplaceAsync(change, FieldSubject.Source, id, fields);
        await change.RecordAsync(EventKind.SourceEdited, Subject.Source(id), before, after);
    }

    private static async Task<long?> SameUrlAsync(ReadTx tx, SourceBody source) =>
        source.Url is null ? null : await tx.FirstAsync<long?>(SameUrlSql, new { key = UrlKey.Of(source.Url) });

    private static object Values(Change change, SourceBody source, long? id = null) => new
    {
        Id = id,
        source.Url,
        UrlKey = UrlKey.Of(source.Url),
        source.Title,
        TitleKey = TextKey.Of(source.Title ?? ""),
        source.Author,
        source.Publisher,
        source.PublishedOn,
        source.AccessedOn,
        source.ArchivedUrl,
        Medium = source.Medium ?? Medium.WebText,
        Kind = source.Kind ?? SourceKind.Secondary,
        source.ReliabilityNote,
        Confidential = source.Confidential ?? false,
        CreatedBy = change.Actor.Name,
        CreatedAt = change.Now,
        UpdatedAt = change.Now,
    };
}
