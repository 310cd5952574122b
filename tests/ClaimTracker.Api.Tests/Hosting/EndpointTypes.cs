using System.Reflection;
using FastEndpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>
/// Every endpoint of the service, found by reflection: rows of theories, so that a new route is under test from its first day.
/// </summary>
internal static class EndpointTypes
{
    public static readonly IReadOnlyList<Type> All =
    [
        .. typeof(ServiceBuilder).Assembly.GetTypes().Where(static type => !type.IsAbstract && typeof(BaseEndpoint).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Where the request of an endpoint comes from.</summary>
    public static RequestShape Shape(this Type endpoint) => RequestShape.Of(RequestOf(endpoint));

    public static Type RequestOf(Type endpoint)
    {
        var type = endpoint;
        while (type.BaseType is { } parent && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Endpoint<,>)))
        {
            type = parent;
        }

        return type.GetGenericArguments()[0];
    }

    /// <summary>Use cases of things that a seeded host does not have: imports, and a review with the number 1.</summary>
    public static readonly string[] Unseeded =
        ["GetImport", "ListImports", "ListImportRows", "GetImportRowsAsCsv", "GetReview", "GetOembed"];

    /// <summary>Names of the endpoints that pass.</summary>
    public static TheoryData<string> Names(Func<Type, bool> which) => [.. All.Where(which).Select(static type => type.Name)];

    /// <summary>The route of an endpoint, as the running service maps it; the first of one that answers in several forms.</summary>
    public static ApiRoute Route(this ApiHost host, string endpoint) =>
        host.Routes.First(route => route.UseCase.Name == endpoint);

    /// <summary>
    /// Its address, with the same text for every parameter; a place in a list has no larger number than there are places.
    /// </summary>
    public static string Address(this ApiRoute route, string id = "1") =>
        route.Shape.Route.Aggregate(route.Path, (path, parameter) => path.Replace(
            $"{{{parameter.Key}}}",
            parameter.Value.PropertyType == typeof(int) && long.TryParse(id, out var number) ? $"{Math.Min(number, int.MaxValue)}" : id,
            StringComparison.Ordinal));

    /// <summary>The properties that stand in the JSON body of an endpoint.</summary>
    public static IReadOnlyList<PropertyInfo> Members(Type endpoint)
    {
        var shape = endpoint.Shape();
        var body = shape.Patch?.PropertyType.GetGenericArguments()[0] ?? RequestOf(endpoint);
        return
        [
            .. body.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property =>
                    property != shape.File
                    && !shape.Route.Values.Concat(shape.Query.Values).Any(other => other.Name == property.Name && shape.Patch is null)),
        ];
    }
}
