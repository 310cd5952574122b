using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Text;

internal sealed record SplitIntoSentencesRequest
{
    /// <summary>Prose of any language; every character counts.</summary>
    [TextBody("text/plain")]
    public string? Text { get; init; }

    /// <summary>Detected in the text, if left out.</summary>
    public string? Language { get; init; }
}

/// <summary>The sentences of a text.</summary>
internal sealed record SplitIntoSentencesResponse
{
    /// <summary>The language of the request, else the one detected; `und` if the text does not tell.</summary>
    public required string Language { get; init; }

    /// <summary>The version of the weights of check-worthiness; 0 for those of the program.</summary>
    public required int WeightsVersion { get; init; }

    /// <summary>In order, without the white space around them; they leave out nothing else of the text.</summary>
    public required IReadOnlyList<ProseSentence> Sentences { get; init; }
}

/// <summary>A sentence at its place: `text[start..end)` is exactly its text.</summary>
internal sealed record ProseSentence
{
    /// <summary>Code points from the start of the text.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>How much it deserves checking, from 0 to 1, with one component for each rule that applied.</summary>
    public required CheckWorthinessScore CheckWorthiness { get; init; }
}

internal sealed class SplitIntoSentencesValidator : Validator<SplitIntoSentencesRequest>
{
    public SplitIntoSentencesValidator()
    {
        RuleFor(static t => t.Text).Required(Limits.ArticleText, ProblemType.TooLarge);
        RuleFor(static t => t.Language).LanguageTag();
    }
}

internal sealed class SplitIntoSentences(Db db) : Endpoint<SplitIntoSentencesRequest, SplitIntoSentencesResponse>
{
    public override void Configure()
    {
        Post("sentences");
        Group<TextGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Split a text into sentences";
            s.Description =
                "As JSON, or as text/plain with the language as a query parameter. Nothing is stored. The text is taken as prose: a blank "
                + "line ends a paragraph, and so a sentence; a single line break ends a sentence only if the words do not run on. The "
                + "lines of a list become sentences; a sentence that was broken to fit a narrow column stays whole. Each has its "
                + "check-worthiness.";
        });
        Description(static d => d.Produces<SplitIntoSentencesResponse>().AnswersNoResource(), clearDefaults: true);
    }

    public override async Task HandleAsync(SplitIntoSentencesRequest request, CancellationToken ct)
    {
        var language = SentenceSplitter.LanguageOf(request.Text!, request.Language);
        var sentences = SentenceSplitter.Split(request.Text!, language);
        if (sentences.Count > Limits.SentencesOfArticle)
        {
            throw Problem.TooLarge($"A text must have at most {Limits.SentencesOfArticle:N0} sentences.");
        }

        var weights = await db.AskAsync(DeskWeights.InForceAsync, ct);
        await Send.AnswerAsync(new SplitIntoSentencesResponse
        {
            Language = language,
            WeightsVersion = DeskWeights.NumberOf(weights),
            Sentences =
            [
                .. sentences.Select(s => new ProseSentence
                {
                    Start = s.Start,
                    End = s.End,
                    Text = s.Text,
                    CheckWorthiness = CheckWorthiness.Score(s.Text, language, BlockType.Paragraph, weights),
                }),
            ],
        });
    }
}
