using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Records;

/// <summary>
/// Writes a source. It stands here because two features make sources: Sources, and Evidence, whose first record of a source
/// brings the source with it.
/// </summary>
internal static class SourceRecord
{
    private const string SameUrlSql = "select id from sources where url_key = @key";

    private const string InsertSql = """
        insert into sources (
            url, url_key, title, title_key, author, publisher, published_on, medium, kind, reliability_note, confidential,
            created_by, created_at, updated_at)
        values (
            @Url, @UrlKey, @Title, @TitleKey, @Author, @Publisher, @PublishedOn, @Medium, @Kind, @ReliabilityNote, @Confidential,
            @Actor, @Now, @Now)
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
            medium = @Medium,
            kind = @Kind,
            reliability_note = @ReliabilityNote,
            confidential = @Confidential,
            updated_at = @Now
        where id = @Id
        """;

    /// <summary>Adds a source, or finds the one that has the same address.</summary>
    /// <exception cref="ProblemException">409: it shall be confidential, and the one that is there is not.</exception>
    public static async Task<(long Id, bool IsNew)> FindOrInsertAsync(WriteTx tx, string actor, SourceBody source)
    {
        if (await SameUrlAsync(tx, source) is { } existing)
        {
            // Taken as it is, it would be named in public although its sender was promised otherwise.
            if (source.Confidential == true && !(await SourceRow.FindAsync(tx, existing))!.Confidential)
            {
                throw Problem.Conflict(
                    $"Source {existing} has this address and is not confidential. Mark it first: PATCH /api/v1/sources/{existing} with confidential true.",
                    $"/api/v1/sources/{existing}");
            }

            return (existing, false);
        }

        var id = await tx.InsertAsync(InsertSql, Values(source, tx.Now, actor, id: 0));
        await tx.RecordAsync(actor, "source.created", $"source/{id}", before: null, after: source);
        return (id, true);
    }

    /// <summary>Replaces what clients write of a source.</summary>
    /// <exception cref="ProblemException">409: another source has the new address.</exception>
    public static async Task UpdateAsync(WriteTx tx, string actor, long id, SourceBody before, SourceBody after)
    {
        if (await SameUrlAsync(tx, after) is { } other && other != id)
        {
            throw Problem.Conflict($"Source {other} has this address.", $"/api/v1/sources/{other}");
        }

        await tx.ExecuteAsync(UpdateSql, Values(after, tx.Now, actor, id));
        await tx.RecordAsync(actor, "source.edited", $"source/{id}", before, after);
    }

    private static async Task<long?> SameUrlAsync(WriteTx tx, SourceBody source) =>
        source.Url is null ? null : await tx.FirstAsync<long?>(SameUrlSql, new { key = UrlKey.Of(source.Url) });

    private static object Values(SourceBody source, DateTimeOffset now, string actor, long id) => new
    {
        Id = id,
        source.Url,
        UrlKey = source.Url is null ? null : UrlKey.Of(source.Url),
        source.Title,
        TitleKey = TextKey.Of(source.Title ?? ""),
        source.Author,
        source.Publisher,
        source.PublishedOn,
        Medium = (source.Medium ?? Medium.WebText).ToWord(),
        Kind = (source.Kind ?? SourceKind.Secondary).ToWord(),
        source.ReliabilityNote,
        Confidential = source.Confidential ?? false,
        Actor = actor,
        Now = now,
    };
}
