namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Words about a route that the framework has no word for. The OpenAPI document reads them.</summary>
internal static class RouteNotes
{
    /// <summary>It needs If-Match.</summary>
    public static RouteHandlerBuilder RequiresIfMatch(this RouteHandlerBuilder route) => route.WithMetadata(new TakesIfMatch(Required: true));

    /// <summary>It honours If-Match where it is sent, and needs none.</summary>
    public static RouteHandlerBuilder HonoursIfMatch(this RouteHandlerBuilder route) => route.WithMetadata(new TakesIfMatch(Required: false));

    /// <summary>Content types that its body may have, where they are not JSON.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(new RouteBody(contentTypes));

    /// <summary>Besides JSON it takes these content types, with the members of <typeparamref name="TFacts"/> as query parameters.</summary>
    public static RouteHandlerBuilder TakesTextWith<TFacts>(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(new RouteTextBody(contentTypes, typeof(TFacts)));
}

internal sealed record RouteTextBody(IReadOnlyList<string> ContentTypes, Type Facts);

/// <summary>A success of a route.</summary>
internal sealed record RouteAnswer(int Status, Type? Type, string? ContentType);

internal sealed record RouteBody(IReadOnlyList<string> ContentTypes);

internal sealed record TakesIfMatch(bool Required);

/// <summary>A sentence on who may call a route.</summary>
internal sealed record RouteCallers(string Sentence);
