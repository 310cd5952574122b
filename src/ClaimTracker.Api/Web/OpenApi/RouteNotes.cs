using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Words about a route that the framework has no word for. The OpenAPI document reads them.</summary>
internal static class RouteNotes
{
    /// <summary>It needs If-Match.</summary>
    public static RouteHandlerBuilder RequiresIfMatch(this RouteHandlerBuilder route) =>
        route.WithMetadata(new TakesIfMatch(Required: true));

    /// <summary>It honours If-Match if it is sent, and does not need it.</summary>
    public static RouteHandlerBuilder HonoursIfMatch(this RouteHandlerBuilder route) =>
        route.WithMetadata(new TakesIfMatch(Required: false));

    /// <summary>It takes a body of these content types, which are not JSON.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(new RouteBody(contentTypes));

    /// <summary>What it answers is worked out, reported or shown once: it is no resource, and has no ETag.</summary>
    public static RouteHandlerBuilder AnswersNoResource(this RouteHandlerBuilder route) => route.WithMetadata(new NoResource());

    /// <summary>It has a path for each form that it answers in: the extension at the end names the form.</summary>
    /// <param name="route">The route.</param>
    /// <param name="contentTypes">The content types by extension.</param>
    public static RouteHandlerBuilder AnswersForms(this RouteHandlerBuilder route, IReadOnlyDictionary<string, string> contentTypes)
    {
        foreach (var contentType in contentTypes.Values)
        {
            route.Produces(StatusCodes.Status200OK, TypeOf(contentType), contentType);
        }

        return route.WithMetadata(new RouteForms(contentTypes));
    }

    /// <summary>It leads on to another address where the resource was moved there.</summary>
    public static RouteHandlerBuilder MovesOn(this RouteHandlerBuilder route) => route.Produces(StatusCodes.Status308PermanentRedirect);

    /// <summary>Its successes have this header.</summary>
    public static RouteHandlerBuilder SendsHeader(this RouteHandlerBuilder route, string name, string description) =>
        route.WithMetadata(new SentHeader(name, description));

    private static Type TypeOf(string contentType) =>
        contentType == NdJson.ContentType ? typeof(string)
        : contentType.EndsWith("json", StringComparison.Ordinal) ? typeof(JsonNode)
        : contentType.StartsWith("text/", StringComparison.Ordinal)
            || contentType.EndsWith("xml", StringComparison.Ordinal) ? typeof(string)
        : typeof(byte[]);
}

/// <summary>A success of a route.</summary>
internal sealed record RouteAnswer(int Status, Type? Type, string? ContentType);

internal sealed record RouteBody(IReadOnlyList<string> ContentTypes);

internal sealed record NoResource;

internal sealed record RouteForms(IReadOnlyDictionary<string, string> ContentTypes);

internal sealed record SentHeader(string Name, string Description);

internal sealed record TakesIfMatch(bool Required);

/// <summary>A sentence on who may call a route.</summary>
internal sealed record RouteCallers(string Sentence);
