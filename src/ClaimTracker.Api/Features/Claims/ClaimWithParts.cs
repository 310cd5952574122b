using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A claim that was made, and the records that were made with it.</summary>
internal sealed record CreatedClaim(long Id, IReadOnlyList<long> EvidenceIds, long? VerdictId);

/// <summary>Writes a claim with its links, its evidence and a draft of its verdict: all of them or none.</summary>
internal static class ClaimWithParts
{
    private const string ExistingSentencesSql = "select id from sentences where id in @ids";

    /// <exception cref="ProblemException">400: a part is wrong, by its path. 409: the claim exists, or a sentence is gone.</exception>
    public static async Task<CreatedClaim> InsertAsync(Change change, CreateClaimRequest request)
    {
        SentenceOfClaim[] sentences =
            [.. (request.SentenceIds ?? []).Select(static id => new SentenceOfClaim { SentenceId = id }), .. request.Sentences ?? []];
        await RequireSentencesAsync(change, request);
        var claim = sentences is [var origin, ..]
            ? await ClaimOrigin.FillAsync(change, request, origin.SentenceId!.Value, origin.Role ?? SentenceRole.Asserts)
            : request;
        var id = await ClaimWriter.InsertAsync(change, claim);
        for (var i = 0; i < sentences.Length; i++)
        {
            await LinkAsync(change, id, sentences[i], $"sentences[{i - (request.SentenceIds?.Count ?? 0)}]");
        }

        var evidence = new List<long>();
        foreach (var (i, record) in (request.Evidence ?? []).Index())
        {
            evidence.Add(await AtAsync($"evidence[{i}]", () => EvidenceWriter.InsertAsync(change, id, record)));
        }

        return new CreatedClaim(
            id, evidence, request.Verdict is { } verdict ? await AtAsync("verdict", () => JudgeAsync(change, id, verdict)) : null);
    }

    private static async Task RequireSentencesAsync(ReadTx tx, CreateClaimRequest request)
    {
        long[] ids = [.. request.SentenceIds ?? [], .. (request.Sentences ?? []).Select(static s => s.SentenceId!.Value)];
        if (ids.Length == 0)
        {
            return;
        }

        var known = await tx.ListAsync<long>(ExistingSentencesSql, new { ids });
        if (ids.Except(known).ToList() is { Count: > 0 } missing)
        {
            throw Problem.Invalid(
                request.SentenceIds?.Contains(missing[0]) == true ? "sentenceIds" : "sentences",
                $"must name sentences that exist; there is no sentence {string.Join(", ", missing)}");
        }
    }

    private static async Task LinkAsync(Change change, long claim, SentenceOfClaim sentence, string path)
    {
        var id = sentence.SentenceId!.Value;
        var place = await SentencePlace.RequireAsync(change, id);
        await AtAsync(path, async () =>
        {
            var (start, end) = await place.SpanAsync(change, id, sentence.Span, sentence.SpanStart, sentence.SpanEnd);
            await SentenceLinkWriter.WriteAsync(change, SentenceLink.Of(id, claim, sentence.Role, start, end), place);
            return true;
        });
    }

    private static async Task<long> JudgeAsync(Change change, long claim, VerdictOfClaim verdict)
    {
        var evidence = await VerdictCitations.OfAsync(change, claim, verdict.EvidenceIds);
        var id = (await VerdictWriter.InsertAsync(change, new NewVerdict(claim, verdict, evidence))).Id;
        if (verdict.Submit == true)
        {
            await VerdictSubmission.SubmitAsync(change, id);
        }

        return id;
    }

    private static async Task<T> AtAsync<T>(string path, Func<Task<T>> part)
    {
        try
        {
            return await part();
        }
        catch (ProblemException refusal)
        {
            throw refusal.Under(path);
        }
    }
}
