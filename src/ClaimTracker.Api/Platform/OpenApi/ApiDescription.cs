using Scalar.AspNetCore;

namespace ClaimTracker.Api.Platform.OpenApi;

/// <summary>The OpenAPI document at /openapi/v1.json, and the reference page at /scalar that reads it.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1");

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference(static (ScalarOptions page) => page.Title = "ClaimTracker API");
    }
}
