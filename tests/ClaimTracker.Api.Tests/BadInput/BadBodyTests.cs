using System.Net;
using System.Text;
using System.Text.Json;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>
/// Bodies that are wrong, on every route that takes JSON. The rows are the endpoints and their members, found by reflection.
/// </summary>
public sealed class BadBodyTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static type => type.Shape().HasBody);

    public static TheoryData<string, string> Members => Rows(static _ => true);

    public static TheoryData<string, string> Texts => Rows(static type => type == typeof(string));

    public static TheoryData<string, string> Lists =>
        Rows(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_is_no_JSON_object_is_refused(string endpoint)
    {
        string[] bodies =
        [
            "", " ", "null", "[]", "[{}]", "1", "\"text\"", "true", "{", "{]", "{}{}", "{\"a\":}", "{'a':1}", "{/**/}", "{\"a\":01}", "NaN",
            Nested(40),
        ];
        foreach (var body in bodies)
        {
            await RefusesAsync(endpoint, body, HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_content_type_is_refused(string endpoint)
    {
        string[] types =
        [
            "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=utf-16", "nonsense",
            "",
        ];
        foreach (var type in types)
        {
            var route = _host.Route(endpoint);
            await _host.RefusesAsync(Request(route.Method, route.Address(), "{}", type), HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_that_is_missing_is_not_of_a_wrong_type(string endpoint)
    {
        // Routes that need no member do what they do without one.
        if (endpoint is not ("RotateKey" or "CreateKey" or "LinkSentence"))
        {
            var route = _host.Route(endpoint);
            var answer = await _host.RefusesAsync(Request(route.Method, route.Address()), HttpStatusCode.BadRequest);
            Assert.True(
                answer.Json["errors"] is not null
                    || ((string)answer.Json["detail"]!).StartsWith("The body is missing: send ", StringComparison.Ordinal),
                answer.Text);
        }
    }

    [Theory]
    [InlineData("CreateClaim", "text")]
    [InlineData("CreateArticle", "text")]
    [InlineData("RejectVerdict", "comment")]
    [InlineData("AssignClaim", "assignee")]
    public async Task A_body_that_is_missing_is_told_what_it_should_have_had(string endpoint, string member)
    {
        var route = _host.Route(endpoint);
        await _host.RefusesAsync(Request(route.Method, route.Address()), HttpStatusCode.BadRequest, member);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"text\":\"a")]
    [InlineData("{\"text\":")]
    [InlineData("{\"text\":\"a\"")]
    public async Task A_body_that_ends_too_early_is_not_complete_JSON(string body)
    {
        var answer = await RefusesAsync("CreateClaim", body, HttpStatusCode.BadRequest);
        Assert.StartsWith(
            "The body is not complete JSON: it ends too early (line 1, byte ", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", 100)]
    [InlineData("🌉", 99)]
    public async Task A_long_name_that_nobody_knows_is_not_repeated_whole(string part, int length)
    {
        var name = string.Concat(Enumerable.Repeat(part, 5_000));
        var inBody = await RefusesAsync("CreateClaim", $$"""{"{{name}}":1}""", HttpStatusCode.BadRequest);
        var inQuery = await _host.RefusesAsync(
            Request(HttpMethod.Get, $"/api/v1/claims?{Uri.EscapeDataString(name[..1000])}=1"), HttpStatusCode.BadRequest);

        foreach (var answer in (Answer[])[inBody, inQuery])
        {
            var field = answer.Json["errors"]!.AsObject().Single().Key;
            Assert.Equal(name[..(length - 1)] + "…", field);
            Assert.InRange(answer.Text.Length, 100, 2000);
        }
    }

    [Theory]
    [InlineData("2027-01-31t12:00:00z", "2027-01-31T12:00:00Z")]
    [InlineData("2027-01-31T12:00:00.123456789Z", "2027-01-31T12:00:00.123456Z")]
    [InlineData("2027-01-31T12:00:00.12345678+02:00", "2027-01-31T10:00:00.123456Z")]
    [InlineData("2027-01-31T12:00:00.5z", "2027-01-31T12:00:00.5Z")]
    public async Task An_instant_is_taken_in_each_form_of_RFC_3339(string sent, string kept)
    {
        var made = await _host.Api.PostAsync("/users/2/keys", new { label = "instant", expiresAt = sent });

        Assert.Equal((HttpStatusCode.Created, kept), (made.Status, (string?)made.Json["expiresAt"]));
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync($"/verdicts?asOf={Uri.EscapeDataString(sent)}")).Status);
    }

    [Theory]
    [InlineData("2027-01-31T12:00:00.1234567890Z")]
    [InlineData("2027-01-31T12:00:00.Z")]
    [InlineData("2027-01-31 12:00:00Z")]
    [InlineData("2027-01-31T12:00:00")]
    public Task What_is_no_instant_of_RFC_3339_is_refused(string sent) =>
        RefusesAsync("CreateKey", $$"""{"expiresAt":"{{sent}}"}""", HttpStatusCode.BadRequest, "expiresAt");

    [Theory]
    [MemberData(nameof(Routes))]
    public Task An_unknown_member_is_refused_by_name(string endpoint) =>
        RefusesAsync(endpoint, """{"wrong":1}""", HttpStatusCode.BadRequest, "wrong");

    [Theory]
    [MemberData(nameof(Members))]
    public Task A_member_in_other_letters_is_unknown(string endpoint, string member) =>
        RefusesAsync(endpoint, $$"""{"{{char.ToUpperInvariant(member[0])}}{{member[1..]}}":null}""", HttpStatusCode.BadRequest);

    [Theory]
    [MemberData(nameof(Members))]
    public Task A_member_that_stands_twice_is_refused_by_name(string endpoint, string member) =>
        RefusesAsync(endpoint, $$"""{"{{member}}":null,"{{member}}":null}""", HttpStatusCode.BadRequest, member);

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_member_of_another_type_is_refused_by_name(string endpoint, string member)
    {
        var answer = await RefusesAsync(endpoint, $$"""{"{{member}}":{"wrong":[true]} }""", HttpStatusCode.BadRequest);
        Assert.Contains(answer.Json["errors"]!.AsObject(), error => error.Key == member || error.Key == member + ".wrong");

        await RefusesAsync(endpoint, $$"""{"{{member}}":1e400}""", HttpStatusCode.BadRequest, member);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_item_of_another_type_is_refused_by_its_place(string endpoint, string member)
    {
        foreach (var item in (string[])["true", "[]", "{\"wrong\":1}"])
        {
            var answer = await RefusesAsync(endpoint, $$"""{"{{member}}":[{{item}}]}""", HttpStatusCode.BadRequest);
            Assert.Contains(answer.Json["errors"]!.AsObject(), error => error.Key.StartsWith($"{member}[0]", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_that_no_text_can_hold_is_refused_by_name(string endpoint, string member)
    {
        foreach (var bad in (string[])[@"a\u0000b", @"a\ud800b", @"a\udc00\ud800b", @"a\u001bb", @"a\u0085b", @"a\ufffeb", @"\ud83f\udfff"])
        {
            // A page has no NUL, and NEL is white space there.
            if (!(member == "html" && bad is @"a\u0000b" or @"a\u0085b"))
            {
                await RefusesAsync(endpoint, $$"""{"{{member}}":"{{bad}}"}""", HttpStatusCode.BadRequest, member);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_that_is_not_UTF8_is_refused(string endpoint, string member)
    {
        var route = _host.Route(endpoint);
        byte[] body = [.. Encoding.UTF8.GetBytes($"{{\"{member}\":\"a"), 0xC3, 0x28, .. "\"}"u8];

        await _host.RefusesAsync(Request(route.Method, route.Address(), body, "application/json"), HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_blank_text_is_refused_by_name(string endpoint, string member)
    {
        // What stands around a quote may be blank: at the beginning and the end of a text it is.
        var mayBeBlank = endpoint == "LocateQuote" && member is "prefix" or "suffix";
        await RefusesAsync(endpoint, $$"""{"{{member}}":" \t "}""", HttpStatusCode.BadRequest, mayBeBlank ? "exact" : member);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_member_of_the_body_is_no_query_key(string endpoint, string member)
    {
        var route = _host.Route(endpoint);
        foreach (var key in (string[])[member, char.ToUpperInvariant(member[0]) + member[1..]])
        {
            await _host.RefusesAsync(Request(route.Method, $"{route.Address()}?{key}=2", "{}"), HttpStatusCode.BadRequest, key);
        }
    }

    [Fact]
    public void Every_route_and_most_members_are_rows()
    {
        Assert.InRange(Routes.Count, 14, 1000);
        Assert.InRange(Members.Count, 80, 10_000);
        Assert.InRange(Texts.Count, 40, 10_000);
        Assert.InRange(Lists.Count, 8, 1000);
    }

    private Task<Answer> RefusesAsync(string endpoint, string body, HttpStatusCode status, string? field = null)
    {
        var route = _host.Route(endpoint);
        return _host.RefusesAsync(Request(route.Method, route.Address(), body), status, field);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static TheoryData<string, string> Rows(Func<Type, bool> which)
    {
        var rows = new TheoryData<string, string>();
        foreach (var endpoint in EndpointTypes.All.Where(static type => type.Shape().HasBody))
        {
            foreach (var member in EndpointTypes.Members(endpoint).Where(member => which(member.PropertyType)))
            {
                rows.Add(endpoint.Name, JsonNamingPolicy.CamelCase.ConvertName(member.Name));
            }
        }

        return rows;
    }
}
