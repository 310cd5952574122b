using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>What matches are found by, of one claim, with its vectors as far as they are kept.</summary>
internal sealed record IndexedClaimRow
{
    private const string Sql = """
        select
            c.id,
            c.text,
            coalesce(c.headline, v.review_title) as title,
            w.model,
            w.text_sha256,
            w.text_vector,
            w.title_vector
        from claims c
        left join verdicts v on v.id = c.verdict_id and v.state = 'published'
        left join claim_vectors w on w.claim_id = c.id
        where c.status is not null and
        """;

    private const string PageSql = $"{Sql} c.id > @after order by c.id limit @RowsAtOnce + 0";
    private const string SomeSql = $"{Sql} c.id in @ids";

    /// <summary>Rows of one query.</summary>
    public const int RowsAtOnce = 2_000;

    public required long Id { get; init; }

    public required string Text { get; init; }

    public required string? Title { get; init; }

    public required string? Model { get; init; }

    public required string? TextSha256 { get; init; }

    public required string? TextVector { get; init; }

    public required string? TitleVector { get; init; }

    /// <summary>Tells by which words the vectors were made.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{Title}")));

    /// <summary>Whether its vectors are those of a model, and of its words as they are.</summary>
    public bool IsRead(string model) => Model == model && TextSha256 == Sha256();

    /// <summary>Vectors as they are kept: bytes in Base64.</summary>
    public static MeaningVector? VectorOf(string? kept) => kept is null ? null : MeaningVector.Kept(Convert.FromBase64String(kept));

    /// <summary>The claims after one, in the order of their ids. Merged claims are left out.</summary>
    public static Task<IReadOnlyList<IndexedClaimRow>> PageAsync(ReadTx tx, long after) =>
        tx.ListAsync<IndexedClaimRow>(PageSql, new { after, RowsAtOnce });

    /// <summary>Those of some claims that are there, and not merged.</summary>
    public static Task<IReadOnlyList<IndexedClaimRow>> SomeAsync(ReadTx tx, long[] ids) =>
        tx.ListAsync<IndexedClaimRow>(SomeSql, new { ids });
}
