using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Features.Changes;

internal sealed record ListChangesRequest
{
    /// <summary>
    /// The number of the last event that you have; 0, or nothing, for the beginning. A stream takes Last-Event-ID instead, if it is sent.
    /// </summary>
    [QueryParam]
    public ulong? After { get; init; }

    /// <summary>Items on a page.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>
    /// Only changes of these kinds, such as verdict.published, or of these things, such as claim; several separated by commas.
    /// </summary>
    [QueryParam]
    public string? Kinds { get; init; }
}

internal sealed class ListChangesValidator : Validator<ListChangesRequest>
{
    public ListChangesValidator()
    {
        RuleFor(static r => r.After).GreaterThanOrEqualTo(0UL);
        RuleFor(static r => r.Limit).InclusiveBetween(1, HttpLimits.PageSize).WithMessage($"must be from 1 to {HttpLimits.PageSize}");
        RuleFor(static r => r.Kinds).Optional(Limits.Text);
        RuleFor(static r => r.Kinds).Must(static kinds => kinds is null || ChangeKinds.AreKnown(kinds)).WithMessage(
            "must be kinds of events, such as claim.created, or subjects, separated by commas. "
            + $"The subjects are {string.Join(", ", ChangeKinds.Subjects)}.");
    }
}

/// <summary>The history as tools follow it: a page, or a stream that stays open if Accept asks for one.</summary>
internal sealed class ListChanges(Db db, ChangeStreams streams) : Endpoint<ListChangesRequest, ChangesResponse>
{
    public override void Configure()
    {
        Get("");
        Group<ChangesGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Follow the changes";
            s.Description =
                "Every change that you may read about, the oldest first. `next` never ends: poll with it. With `Accept: "
                + "text/event-stream` the answer stays open and sends each change as it happens (Server-Sent Events); a client that was "
                + "cut off goes on where it was by sending `Last-Event-ID`.";
        });
        Description(
            static d => d.Produces<ChangesResponse>().Produces<string>(200, ChangeStreams.ContentType), clearDefaults: true);
    }

    public override async Task HandleAsync(ListChangesRequest request, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        var kinds = ChangeKinds.Of(actor, request.Kinds);
        var after = (long)(request.After ?? 0);
        HttpContext.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept");
        if (AsksForStream(HttpContext.Request))
        {
            await streams.RunAsync(HttpContext, actor, kinds, ChangeStreams.LastEventId(HttpContext.Request) ?? after, ct);
            return;
        }

        HttpContext.Response.Headers.CacheControl = "no-cache"; // Who polls wants what is new.
        var limit = request.Limit ?? HttpLimits.DefaultPageSize;
        await Send.ResourceAsync(await db.ReadAsync(tx => ChangeReader.ReadAsync(tx, actor, kinds, after, limit), ct));
    }

    private static bool AsksForStream(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static accepted => accepted.MediaType.Value == ChangeStreams.ContentType);
}
