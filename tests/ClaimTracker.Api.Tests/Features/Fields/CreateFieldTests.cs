using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Fields;

public sealed class CreateFieldTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back()
    {
        var answer = await _api.PostAsync(
            "/fields", new { on = "claim", name = "topic", type = "choice", choices = new[] { "Health", "Sport" }, required = false });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/fields/{answer.Id}"), (answer.Status, answer.Headers.Location!.ToString()));
        Wire.Same(
            new
            {
                id = answer.Id,
                on = "claim",
                name = "topic",
                type = "choice",
                choices = new[] { "Health", "Sport" },
                required = false,
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
            },
            (await _api.GetAsync($"/fields/{answer.Id}")).Json);
        Assert.Contains(answer.Id, (await _api.GetAsync("/fields")).Ids());
        Assert.Equal(["field.created"], await host.KindsAsync($"field/{answer.Id}"));
        await _api.GivenAsync("/fields", new { on = "source", name = "Topic", type = "text" });
        var same = await _api.PostAsync("/fields", new { on = "claim", name = "TOPIC", type = "text" });
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/fields/{answer.Id}"), (same.Status, (string)same.Json["existing"]!));
    }

    [Theory]
    [InlineData("""{"name":"a","type":"text"}""", "on")]
    [InlineData("""{"on":"verdict","name":"a","type":"text"}""", "on")]
    [InlineData("""{"on":"claim","type":"text"}""", "name")]
    [InlineData("""{"on":"claim","name":"2nd","type":"text"}""", "name")]
    [InlineData("""{"on":"claim","name":"a b","type":"text"}""", "name")]
    [InlineData("""{"on":"claim","name":"LONG","type":"text"}""", "name")]
    [InlineData("""{"on":"claim","name":"a","type":"colour"}""", "type")]
    [InlineData("""{"on":"claim","name":"a","type":"choice"}""", "choices")]
    [InlineData("""{"on":"claim","name":"a","type":"choices","choices":[]}""", "choices")]
    [InlineData("""{"on":"claim","name":"a","type":"text","choices":["b"]}""", "choices")]
    [InlineData("""{"on":"claim","name":"a","type":"choice","choices":["b","B"]}""", "choices")]
    [InlineData("""{"on":"claim","name":"a","type":"choice","choices":["b"," "]}""", "choices[1]")]
    public async Task An_error_in_a_field_names_its_member(string body, string member)
    {
        var answer = await _api.SendTextAsync(
            HttpMethod.Post, "/fields", body.Replace("LONG", new string('a', Limits.FieldName + 1), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Error(member) is not null, answer.Text);
    }

    [Fact]
    public async Task A_field_has_100_choices_at_most()
    {
        object Body(int count) => new
        {
            on = "claim",
            name = "many",
            type = "choice",
            choices = Enumerable.Range(1, count).Select(static i => $"Choice {i}"),
        };

        Assert.NotNull((await _api.PostAsync("/fields", Body(Limits.Choices + 1))).Error("choices"));
        Assert.Equal(HttpStatusCode.Created, (await _api.PostAsync("/fields", Body(Limits.Choices))).Status);
    }

    [Fact]
    public async Task Only_an_editor_makes_fields_and_whoever_reads_claims_sees_them()
    {
        var checker = await host.AsAsync("checker", "Checker of fields");
        var reader = await host.AsAsync("reader", "Reader of fields");

        Assert.Equal(
            HttpStatusCode.Forbidden, (await checker.PostAsync("/fields", new { on = "claim", name = "mine", type = "text" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/fields")).Status);
    }
}

public sealed class ManyFieldsTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_desk_has_50_fields_at_most()
    {
        for (var i = 1; i <= Limits.Fields; i++)
        {
            await host.Api.GivenAsync("/fields", new { on = "claim", name = $"f{i}", type = "bool" });
        }

        Assert.Equal(
            HttpStatusCode.Conflict, (await host.Api.PostAsync("/fields", new { on = "claim", name = "more", type = "bool" })).Status);
    }
}

public sealed class EditFieldTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_new_name_keeps_the_values_and_a_choice_that_is_used_stays()
    {
        var field = await _api.GivenAsync(
            "/fields", new { on = "claim", name = "section", type = "choices", choices = new[] { "News", "Sport", "Arts" } });
        var claim = await _api.GivenAsync("/claims", new { text = "It was said.", fields = new { section = new[] { "Sport", "News" } } });
        await _api.GivenAsync("/claims", new { text = "So was this.", fields = new { section = new[] { "News" } } });

        var used = await _api.PatchAsync($"/fields/{field}", new { choices = new[] { "Sport", "Arts" } });
        var unused = await _api.PatchAsync($"/fields/{field}", new { choices = new[] { "Sport", "News", "Film" }, name = "desk" });

        Assert.Equal(HttpStatusCode.Conflict, used.Status);
        Assert.Contains("2 claims have News", (string)used.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, unused.Status);
        Wire.Same(new { desk = new[] { "Sport", "News" } }, (await _api.GetAsync($"/claims/{claim}")).Json["fields"]);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/fields/{field}", new { type = "choice" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.DeleteAsync($"/fields/{field}")).Status);
        Assert.Equal(["field.created", "field.edited"], await host.KindsAsync($"field/{field}"));
    }

    [Fact]
    public async Task A_field_that_a_live_list_asks_for_keeps_its_name()
    {
        var field = await _api.GivenAsync("/fields", new { on = "claim", name = "asked", type = "bool" });
        var query = new Dictionary<string, bool>(StringComparer.Ordinal) { ["fields.asked"] = true };
        var list = await _api.GivenAsync("/lists", new { name = "Asked", query });

        var renamed = await _api.PatchAsync($"/fields/{field}", new { name = "other" });

        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/lists/{list}"), (renamed.Status, (string)renamed.Json["existing"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await _api.DeleteAsync($"/fields/{field}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/lists/{list}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/fields/{field}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/fields/{field}")).Status);
    }
}
