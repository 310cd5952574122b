using ClaimTracker.Api.Features.Imports;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

public sealed class RowFieldsTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Fields_of_the_desks_own_come_in_by_their_columns_and_a_wrong_value_is_refused()
    {
        string[] desks = ["Docks", "Rail"];
        await host.Api.GivenAsync("/fields", new { on = "claim", name = "topic", type = "text" });
        await host.Api.GivenAsync("/fields", new { on = "claim", name = "reach", type = "number" });
        await host.Api.GivenAsync("/fields", new { on = "claim", name = "viral", type = "bool" });
        await host.Api.GivenAsync("/fields", new { on = "claim", name = "desks", type = "choices", choices = desks });
        const string rows = """
            claim,Subject,field_reach,field_viral,field_desks,field_gone,article_field_desk
            The lock gate was lifted by a ferry.,ports,1200.5,TRUE,Docks; Rail,x,y
            The lock gate was sold twice.,ports,many,false,Docks,,
            """;

        var import = await host.Api.ImportAsync(rows, "format=csv&mapping=field_topic:Subject", "text/csv");

        Assert.Equal("1 made, 1 refused", $"{import["counts"]!["made"]} made, {import["counts"]!["refused"]} refused");
        var claim = (await host.Api.GetAsync("/claims?q=ferry")).Json["items"]![0]!;
        Assert.Equal(
            """{"topic":"ports","reach":1200.5,"viral":true,"desks":["Docks","Rail"]}""", claim["fields"]!.ToJsonString());
        var reports = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Json["items"]!.AsArray();
        Assert.Equal("field_gone|field_reach", string.Join('|', reports.Select(static row => (string?)row!["column"])));
        Assert.Equal("must be a number", (string?)reports[1]!["problem"]);
        const string columns = "claim,field_topic,field_reach,field_viral,field_desks";
        var list = (await host.Api.GetAsync($"/exports/claims.csv?q=ferry&columns={columns}")).Text;
        Assert.Contains("ferry.,ports,1200.5,true,\"Docks; Rail\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_to_a_field_that_there_is_not_is_refused_and_one_to_a_field_that_went_since_is_told_of()
    {
        await host.Api.GivenAsync("/fields", new { on = "claim", name = "beat", type = "text" });

        var answer = await host.Api.SendTextAsync(
            HttpMethod.Post, "/imports?format=csv&mapping=field_gone:Subject", "claim,Subject\nx,y\n", "text/csv");
        var headings = new Headings(new(StringComparer.OrdinalIgnoreCase) { ["Subject"] = "field_gone" }, ["field_beat"]);

        Assert.StartsWith(
            "names field_gone, but claims have no such field: they have ", answer.Error("mapping"), StringComparison.Ordinal);
        Assert.Contains("field_beat", answer.Error("mapping"), StringComparison.Ordinal);
        Assert.Null(headings.ColumnOf(" subject", line: 1));
        Assert.Equal(
            "`mapping` makes it field_gone, but claims have no such field: it was left out.",
            Assert.Single(headings.TakeUnknown()).Problem);
    }
}
