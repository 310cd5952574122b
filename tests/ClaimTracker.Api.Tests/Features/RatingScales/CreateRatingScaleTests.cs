using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.RatingScales;

public sealed class CreateRatingScaleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back()
    {
        var ratings = new object[]
        {
            new { name = "Wrong", value = -1.5, colour = "#aa0000", definition = "It is wrong.", needsChange = true, needsEvidence = true },
            new { name = "Right", value = 2.5, colour = "#00AA00", definition = "It is right.", needsChange = false, needsEvidence = true },
            new
            {
                name = "Open",
                value = (double?)null,
                colour = (string?)null,
                definition = (string?)null,
                needsChange = true,
                needsEvidence = false,
            },
        };

        var answer = await _api.PostAsync("/rating-scales", new { name = "Every member", ratings });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/rating-scales/{answer.Id}"), (answer.Status, answer.Headers.Location!.ToString()));
        var read = (await _api.GetAsync($"/rating-scales/{answer.Id}")).Json;
        Wire.Same(new { id = answer.Id, name = "Every member", worst = -1.5, best = 2.5, isDefault = false, ratings }, read);
        Wire.HasNoDefaults(read["ratings"]![0]);
        Assert.Equal(["rating_scale.created"], await host.KindsAsync($"rating_scale/{answer.Id}"));
    }

    [Fact]
    public async Task Minus_zero_is_zero()
    {
        var answer = await _api.PostAsync(
            "/rating-scales",
            new { name = "From minus zero", ratings = new[] { new { name = "No", value = -0.0 }, new { name = "Yes", value = 1.0 } } });

        Assert.Equal(("0", "0"), (answer.Json["worst"]!.ToJsonString(), answer.Json["ratings"]![0]!["value"]!.ToJsonString()));
    }

    [Fact]
    public async Task The_default_scale_exists_from_the_start()
    {
        var scale = (await _api.GetAsync("/rating-scales/1")).Json;

        Assert.Equal(("Truth", 1, 5, true), ((string)scale["name"]!, (int)scale["worst"]!, (int)scale["best"]!, (bool)scale["isDefault"]!));
        Assert.Equal(["False", "Mostly false", "Half true", "Mostly true", "True", "Unproven"], scale["ratings"]!.Texts("name"));
        Wire.HasNoDefaults(scale["ratings"]![0]);
    }

    [Fact]
    public async Task Scales_are_listed_page_by_page()
    {
        var first = await _api.GivenAsync(
            "/rating-scales", new { name = "Listed", ratings = new[] { new { name = "A" }, new { name = "B" } } });

        var walked = await _api.WalkAsync("/rating-scales");

        Assert.Equal((1L, first), (walked[0], walked[^1]));
        Assert.Equal(walked.Count, await _api.CountAsync("/rating-scales"));
    }

    [Fact]
    public async Task Names_are_unique_ignoring_case()
    {
        var answer = await _api.PostAsync(
            "/rating-scales", new { name = "TRUTH", ratings = new[] { new { name = "A" }, new { name = "B" } } });

        Assert.Equal((HttpStatusCode.Conflict, "/api/v1/rating-scales/1"), (answer.Status, (string)answer.Json["existing"]!));
    }

    [Theory]
    [InlineData("""{"name": "S", "ratings": [{"name": "A"}]}""", "ratings")]
    [InlineData("""{"name": "S"}""", "ratings")]
    [InlineData("""{"name": "S", "ratings": [{"name": "A"}, {"name": "a"}]}""", "ratings")]
    [InlineData("""{"name": "S", "ratings": [{"name": "A"}, {"name": "B", "colour": "red"}]}""", "ratings[1].colour")]
    [InlineData("""{"name": " ", "ratings": [{"name": "A"}, {"name": "B"}]}""", "name")]
    public async Task An_error_in_a_scale_names_its_field(string body, string field)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/rating-scales", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_scale_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/rating-scales/999999")).Status);
}
