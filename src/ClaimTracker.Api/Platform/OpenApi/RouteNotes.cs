using ClaimTracker.Api.Platform.Problems;

namespace ClaimTracker.Api.Platform.OpenApi;

/// <summary>What a route says of itself, beside its path and its types: read by the OpenAPI document.</summary>
internal static class RouteNotes
{
    /// <summary>One line, and what else a caller should know.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string summary, string? description = null) =>
        description is null ? route.WithSummary(summary) : route.WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, string contentType = "application/json") =>
        route.WithMetadata(new RouteAnswer(StatusCodes.Status200OK, typeof(T), contentType));

    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RouteAnswer(StatusCodes.Status201Created, typeof(T), "application/json"));

    public static RouteHandlerBuilder Removes(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RouteAnswer(StatusCodes.Status204NoContent, null, ""));

    /// <summary>It needs If-Match.</summary>
    public static RouteHandlerBuilder Edits(this RouteHandlerBuilder route) => route.WithMetadata(new TakesIfMatch(Required: true));

    /// <summary>It honours If-Match where it is sent, and needs none.</summary>
    public static RouteHandlerBuilder HonoursIfMatch(this RouteHandlerBuilder route) => route.WithMetadata(new TakesIfMatch(Required: false));

    /// <summary>Errors of its own, beside those that every route has.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses) =>
        route.WithMetadata(new RouteRefusals([.. statuses.Select(ProblemType.OfStatus)]));

    /// <summary>Content types that its body may have, where they are not JSON.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(new RouteBody(contentTypes));

    /// <summary>Besides JSON it takes these content types, with the members of <typeparamref name="TFacts"/> as query parameters.</summary>
    public static RouteHandlerBuilder TakesTextWith<TFacts>(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(new RouteTextBody(contentTypes, typeof(TFacts)));
}

internal sealed record RouteTextBody(IReadOnlyList<string> ContentTypes, Type Facts);

internal sealed record RouteAnswer(int Status, Type? Type, string ContentType);

internal sealed record RouteRefusals(IReadOnlyList<ProblemType> Types);

internal sealed record RouteBody(IReadOnlyList<string> ContentTypes);

internal sealed record TakesIfMatch(bool Required);
