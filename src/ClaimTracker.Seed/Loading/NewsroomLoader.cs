using System.Collections.Concurrent;
using System.Net;
using ClaimTracker.Seed.Bodies;
using ClaimTracker.Seed.Fakers;

namespace ClaimTracker.Seed.Loading;

/// <summary>
/// Loads stories, a few at a time. What a story holds is settled before its first request, so the order in which the service
/// answers changes ids, and no content. A story whose article is there already is left as it is: it was loaded by an earlier run.
/// </summary>
/// <param name="api">Who writes: a checker.</param>
/// <param name="editor">Who approves and publishes; without one, verdicts stay in review.</param>
/// <param name="counts">What was loaded.</param>
internal sealed class NewsroomLoader(NewsroomApi api, NewsroomApi? editor, SeedCounts counts)
{
    private const int InFlight = 4;
    private const int ArticlesPerTip = 4;
    private const int LinesPerBulk = 200;

    // Sources that the service has, by address: the second evidence from one names it by its id.
    private readonly ConcurrentDictionary<string, long> _sources = new(StringComparer.Ordinal);

    public async Task LoadAsync(SeedOptions options, ProgressLine progress, CancellationToken stop)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = stop };
        await Parallel.ForEachAsync(Enumerable.Range(1, options.Articles), parallel, async (number, token) =>
        {
            await LoadAsync(StoryFaker.Create(options.Seed, number), token);
            progress.Advance();
        });
        await LoadTipsAsync(options, stop);
    }

    private async Task LoadAsync(Story story, CancellationToken stop)
    {
        if (await api.CreateAsync<MadeArticle>("/articles", story.Article, stop) is not { } article)
        {
            counts.AddExisting();
            return;
        }

        counts.AddArticle();
        foreach (var check in story.Checks)
        {
            if (FindSentence(article, check.Sentence) is { } sentence)
            {
                await LoadAsync(sentence, check, stop);
            }
        }

        foreach (var (words, triage) in story.Triage)
        {
            if (FindSentence(article, words) is { } sentence)
            {
                await api.PatchAsync($"/sentences/{sentence.Id}", triage, stop);
                counts.AddTriaged();
            }
        }
    }

    private async Task LoadAsync(MadeSentence sentence, StoryCheck check, CancellationToken stop)
    {
        if (await api.CreateAsync<MadeRecord>($"/sentences/{sentence.Id}/claims", check.Claim, stop) is not { } claim)
        {
            counts.AddExisting();
            return;
        }

        counts.AddClaim();
        foreach (var evidence in check.Evidence)
        {
            var made = await api.PostAsync<MadeEvidence>(
                $"/claims/{claim.Id}/evidence", evidence with { Source = Known(evidence.Source) }, stop);
            Remember(evidence.Source, made.Source.Id);
            counts.AddEvidence();
        }

        if (check.Verdict is { } judgement)
        {
            var verdict = await api.PostAsync<MadeRecord>($"/claims/{claim.Id}/verdicts", judgement, stop);
            counts.AddVerdict();
            if (check.Publish)
            {
                await PublishAsync(verdict.Id, stop);
            }
        }
    }

    private async Task PublishAsync(long verdict, CancellationToken stop)
    {
        await api.PostAsync<MadeRecord>($"/verdicts/{verdict}/submit", body: null, stop);
        if (editor is not null)
        {
            await editor.PostAsync<MadeRecord>($"/verdicts/{verdict}/approve", body: null, stop);
            await editor.PostAsync<MadeRecord>($"/verdicts/{verdict}/publish", body: null, stop);
            counts.AddPublished();
        }
    }

    /// <summary>What readers sent in: claims without a sentence, many at once.</summary>
    private async Task LoadTipsAsync(SeedOptions options, CancellationToken stop)
    {
        var tips = Enumerable.Range(1, Math.Max(1, options.Articles / ArticlesPerTip))
            .Select(number => StoryFaker.CreateTip(options.Seed, number));
        foreach (var lines in tips.Chunk(LinesPerBulk))
        {
            foreach (var result in await api.PostLinesAsync("/claims/bulk", lines, stop))
            {
                Count(result);
            }
        }
    }

    private void Count(BulkOutcome result)
    {
        switch ((HttpStatusCode)result.Status)
        {
            case HttpStatusCode.Created:
                counts.AddClaim();
                break;
            case HttpStatusCode.OK or HttpStatusCode.Conflict:
                counts.AddExisting();
                break;
            default:
                throw new SeedException(
                    $"Line {result.Line} of POST /claims/bulk was answered with {result.Status}: {result.Problem?.Detail}");
        }
    }

    private MadeSentence? FindSentence(MadeArticle article, string words)
    {
        var found = article.Sentences.FirstOrDefault(sentence => sentence.Text == words);
        if (found is null)
        {
            counts.AddMissed();
        }

        return found;
    }

    private SeedSource Known(SeedSource source) =>
        source.Url is { } url && _sources.TryGetValue(url, out var id) ? new SeedSource { Id = id } : source;

    private void Remember(SeedSource source, long id)
    {
        if (source.Url is { } url)
        {
            _sources[url] = id;
        }
    }
}
