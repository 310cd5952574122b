using System.Net;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

/// <summary>
/// Walks every cell of the table of routes and roles in http/ROUTES.md: each role asks each route, on a desk that lets the public
/// read, and gets what the cell says.
/// </summary>
public sealed partial class PermissionsTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    private static readonly string[] Roles = ["public", "reader", "checker", "editor", "admin"];

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (Match row in RouteRow().Matches(DocumentPage.Routes.Text))
            {
                var words = row.Groups["cells"].Value.Split(" | ");
                Assert.Equal(Roles.Length, words.Length);
                foreach (var (role, word) in Roles.Zip(words))
                {
                    cells.Add(row.Groups["route"].Value, role, word);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_role_may_do_what_the_table_says(string route, string role, string word)
    {
        var found = desk.Host.Routes.Single(r => $"{r.Method} {r.Path["/api/v1".Length..]}" == route);
        var body = GoodBodies.Of(found.UseCase) ?? (found.HasBody ? "{}" : null);
        var request = Refusals.Request(found.Method, found.Address("999999"), body);

        var answer = await desk.As(role).SendAsync(request);

        Assert.True(
            word switch
            {
                "no" => answer.Status == (role == "public" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden),
                "yes" or "own" or "published" =>
                    answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError),
                _ => false,
            },
            $"{route} as {role} should be {word}, and answered {(int)answer.Status} {answer.Text}");
    }

    [Fact]
    public void The_table_has_every_kind_of_cell() =>
        Assert.Equal(
            ["no", "own", "published", "yes"],
            Cells.Select(static row => (string)row[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\| `(?<route>[A-Z]+ /\S*)` \| (?<cells>(\w+ \| ){4}\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteRow();
}
