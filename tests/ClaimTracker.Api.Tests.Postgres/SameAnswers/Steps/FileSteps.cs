namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Articles in other forms than text and pages.</summary>
internal static class FileSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles?kind=draft", """
            # Toll goes down

            The toll fell to 2 dollars[^1], see [the list](https://port.example/tolls).

            - Cars
            - Lorries

            | Year | Toll |
            |------|------|
            | 2025 | 2    |

            [^1]: It was 3 before.
            """) { ContentType = "text/markdown" },
        new(201, "POST /articles", """{"markdown":"The *toll* stays.\n\n    code"}"""),
        new(400, "POST /articles", """{"markdown":"The toll stays.","text":"It goes."}"""),
        new(201, "POST /articles?url=https://tidings.example/talk", "WEBVTT\n\n00:01.250 --> 00:04.000\n<v Ines Holm>We paid 4.2 million.")
        {
            ContentType = "text/vtt",
        },
        new(201, "POST /articles", "1\n00:00:01,250 --> 00:00:04,000\nNobody paid for it.") { ContentType = "application/x-subrip" },
        new(400, "POST /articles", "No cue.") { ContentType = "application/x-subrip" },
        new(201, "POST /articles", "From: Jo Reyes <jo@union.example>\nSubject: Jobs\n\nThe port has 950 jobs.")
        {
            ContentType = "message/rfc822",
        },
        new(400, "POST /articles", "%PDF-1.7") { ContentType = "application/pdf" },
        new(201, "POST /articles", "The port has\n950 jobs in 2026.\n") { ContentType = "application/octet-stream" },
        new(200, "POST /articles", "\uFEFFThe port has\r\n950 jobs in 2026.") { ContentType = "application/octet-stream" },
    ];
}
