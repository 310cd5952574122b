using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Commands;

/// <summary>routes: prints the table of routes, with roles and use cases; http/ROUTES.md holds what it prints.</summary>
internal static class RoutesCommand
{
    private const string Prefix = "/api/v1";
    private const string Features = "ClaimTracker.Api.Features.";

    public static async Task RunAsync(ServiceSettings settings)
    {
        // Use cases are given a database when they are mapped. An empty one will do: the one of the settings is left alone.
        var folder = Directory.CreateTempSubdirectory("claimtracker-routes-");
        try
        {
            var (database, _) = await Databases.PrepareAsync(postgres: null, folder.FullName);
            var db = database.Open(TimeProvider.System);
            await using var app = ServiceBuilder.Build(settings, folder: null, db, TimeProvider.System);
            await Console.Out.WriteAsync(Table(new CompositeEndpointDataSource(((IEndpointRouteBuilder)app).DataSources)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Table(EndpointDataSource endpoints)
    {
        var roles = Enum.GetValues<Role>();
        string[] heads = ["route", .. roles.Select(static role => role.ToWord()), "what", "use case"];
        return string.Concat(ApiRoute.Of(endpoints).Select(Cells).Prepend([.. heads.Select(static _ => "---")]).Prepend(heads)
            .Select(static cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    private static string[] Cells(ApiRoute route) =>
    [
        $"`{route.Method} {route.Path[Prefix.Length..]}`",
        .. RoutePermission.Of(route.Metadata)!.Value.ByRole().Select(static one => Word(one.Decision)),
        route.Summary ?? "",
        $"`{route.UseCase.FullName![Features.Length..].Replace('.', '/')}.cs`",
    ];

    private static string Word(Decision decision) => decision switch
    {
        Decision.Allowed => "yes",
        Decision.Published => "published",
        Decision.Own => "own",
        _ => "no",
    };
}
