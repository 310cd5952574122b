using ClaimTracker.Api.Domain.SignIn;
using ClaimTracker.Api.Features.Exports;
using ClaimTracker.Api.Features.Help;
using ClaimTracker.Api.Host.Settings;
using ClaimTracker.Api.Web.Edge;
using ClaimTracker.Api.Web.Health;
using ClaimTracker.Api.Web.Logs;
using Microsoft.AspNetCore.HttpOverrides;

namespace ClaimTracker.Api.Host;

/// <summary>The way of a request: what it passes, in this order, and where it ends.</summary>
internal static class Pipeline
{
    public static void UseService(this WebApplication app, ServiceSettings settings)
    {
        Shutdown.Arrange(app);
        app.Use(TraceIds.Use);
        app.UseMiddleware<RequestLog>();
        app.UseProxy(settings.Http);
        app.Use(SafetyHeaders.Apply);
        app.UseMiddleware<SecurityLog>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<FetchSite>();
        app.Use(PublicAddresses.Route);
        app.Use(CacheRules.Apply);
        app.Use(HeadAndOptions.RouteHeadAsGet);
        app.Use(ExportByAccept.Route);
        app.UseResponseCompression(); // After HEAD has become GET: both then have the same headers.
        app.UseRouting();
        settings.Http.Origins.Use(app);
        app.Use(HeadAndOptions.AnswerOptions);
        app.UseAuthentication();
        app.Use(UnroutedAccess.Require);
        app.UseAuthorization();
        app.UseMiddleware<FairShare>();
        app.Use(BodyLimit.Enforce);
        app.MapApi();
    }

    /// <summary>Lets a proxy say who asks, where there is one. Nobody else's X-Forwarded headers are read.</summary>
    private static void UseProxy(this WebApplication app, HttpSettings settings)
    {
        if (!settings.BehindProxy)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null, // As far as the proxies are known.
        };
        foreach (var known in settings.KnownProxies)
        {
            options.KnownIPNetworks.Add(known);
        }

        app.UseForwardedHeaders(options);
    }

    private static void MapApi(this WebApplication app)
    {
        app.UseFastEndpoints(static config =>
        {
            config.Endpoints.RoutePrefix = "api/v1";
            config.Endpoints.Configurator = Complete;
            config.Errors.ResponseBuilder = static (failures, _, _) => throw Problem.Invalid(failures);
            config.Validation.UsePropertyNamingPolicy = false; // FieldNames has settled it, before any validator was made.
            ApiJson.Apply(config.Serializer.Options);
        });
        app.MapHealth();
        app.MapProblemPages();
        app.MapHelpPages();
        app.MapFrontDoor();
        app.MapApiDescription();
    }

    private static void Complete(EndpointDefinition endpoint)
    {
        var permission = Enum.Parse<Permission>(endpoint.PreBuiltUserPolicies!.Single());
        endpoint.Tags(TagOf(endpoint.EndpointType));
        endpoint.Description(route => route.WithMetadata(new RouteCallers(permission.WhoMay())));
        for (var i = 0; i < endpoint.Routes.Length; i++)
        {
            endpoint.Routes[i] = endpoint.Routes[i].TrimEnd('/'); // A group puts one between its prefix and a route of none.
        }
    }

    // The routes of Features/RatingScales have the tag "Rating scales".
    private static string TagOf(Type endpoint)
    {
        var feature = endpoint.Namespace![(endpoint.Namespace!.LastIndexOf('.') + 1)..];
        return string.Concat(feature.Select(static (c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
    }
}
