using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>The OpenAPI document at /openapi/v1.json, and the reference page at /scalar that reads it.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";
    private const string DocumentPath = "/openapi/v1.json";

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi(DocumentName, static options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;

            // The framework cannot see where our requests come from: DocumentTransformer writes every path.
            options.ShouldInclude = static _ => false;
            options.AddDocumentTransformer<DocumentTransformer>();
        });
        services.AddSingleton<DocumentCache>();
    }

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapGet(DocumentPath, static (DocumentCache cache, HttpContext http) => cache.SendAsync(http)).ExcludeFromDescription();
        app.MapScalarApiReference(static (ScalarOptions page, HttpContext http) =>
        {
            page.Title = "ClaimTracker API";
            page.OpenApiRoutePattern = DocumentPath;
            page.ProxyUrl = ""; // Left out, requests that are tried on the page may go through a host of Scalar, key and all.
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.HideClientButton = true;
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            page.DisableAgent();
            page.DisableMcp();
            ReferencePage.Confine(page, http);
        });
    }
}
