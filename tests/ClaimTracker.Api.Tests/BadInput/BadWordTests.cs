using System.Net;
using System.Reflection;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>Words of closed lists in another spelling, on every route that takes one, in its body or its query.</summary>
public sealed class BadWordTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string, string> Members => Rows(EndpointTypes.Members);

    public static TheoryData<string, string> Parameters => Rows(static endpoint => endpoint.Shape().Query.Values);

    [Theory]
    [MemberData(nameof(Members))]
    public Task A_member_is_one_word_as_it_is_listed(string endpoint, string member)
    {
        var route = _host.Route(endpoint);
        return RefusesEachAsync(endpoint, member, EndpointTypes.Members(Type(endpoint)), spelling => Request(
            route.Method, route.Address(), $$"""{"{{member}}":"{{spelling}}"}"""));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public Task A_parameter_is_one_word_as_it_is_listed(string endpoint, string parameter)
    {
        var route = _host.Route(endpoint);
        return RefusesEachAsync(endpoint, parameter, Type(endpoint).Shape().Query.Values, spelling => Request(
            route.Method, $"{route.Address()}?{parameter}={Uri.EscapeDataString(spelling)}"));
    }

    [Fact]
    public async Task Two_roles_do_not_make_a_third()
    {
        var answer = await _host.Api.PostAsync("/users", new { name = "Nils", role = "reader, checker" });

        Assert.Equal((HttpStatusCode.BadRequest, "must be one of reader, checker, editor, admin"), (answer.Status, answer.Error("role")));
    }

    [Fact]
    public async Task The_role_of_strangers_is_not_listed_among_those_of_users()
    {
        var answer = await _host.Api.PostAsync("/users", new { name = "Nils", role = "public" });

        Assert.Equal((HttpStatusCode.BadRequest, "must be one of reader, checker, editor, admin"), (answer.Status, answer.Error("role")));
    }

    [Fact]
    public async Task Two_states_at_once_are_refused_and_the_sentence_stays()
    {
        var answer = await _host.Api.PatchAsync("/sentences/1", new { state = "not_checkable, skipped", reason = "A joke." });

        Assert.Equal((HttpStatusCode.BadRequest, "must be one of open, not_checkable, skipped"), (answer.Status, answer.Error("state")));
        Assert.Equal("open", (string?)(await _host.Api.GetAsync("/sentences/1")).Json["state"]);
    }

    [Fact]
    public void Members_and_parameters_are_rows()
    {
        Assert.InRange(Members.Count, 8, 1000);
        Assert.InRange(Parameters.Count, 8, 1000);
    }

    private static Type Type(string endpoint) => EndpointTypes.All.Single(type => type.Name == endpoint);

    private static Type? EnumOf(PropertyInfo property) =>
        (RequestShape.ListedIn(property.PropertyType) ?? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            is { IsEnum: true } type ? type : null;

    private async Task RefusesEachAsync(
        string endpoint, string name, IEnumerable<PropertyInfo> properties, Func<string, HttpRequestMessage> request)
    {
        Assert.Contains(_host.Routes, route => route.UseCase.Name == endpoint);
        var words = EnumWords.All(EnumOf(properties.Single(property => RequestShape.NameOf(property) == name))!);
        foreach (var wrong in (string[])
        [
            $"{words[0]}, {words[^1]}", words[^1].ToUpperInvariant(), $" {words[0]}", $"{words[0]} ", "0", "1",
        ])
        {
            var answer = await _host.RefusesAsync(request(wrong), HttpStatusCode.BadRequest, name);
            Assert.Equal($"must be one of {string.Join(", ", words)}", answer.Error(name));
        }
    }

    private static TheoryData<string, string> Rows(Func<Type, IEnumerable<PropertyInfo>> properties)
    {
        var rows = new TheoryData<string, string>();
        foreach (var endpoint in EndpointTypes.All)
        {
            foreach (var property in properties(endpoint).Where(static property => EnumOf(property) is not null))
            {
                rows.Add(endpoint.Name, RequestShape.NameOf(property));
            }
        }

        return rows;
    }
}
