using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Features.Claims;
using ClaimTracker.Api.Features.Verdicts;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Domain.UseCases;

/// <summary>
/// Use cases that write are functions of a change and a request. A form, an import or an assistant runs them without a request over HTTP.
/// </summary>
public sealed class WithoutHttpTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly Actor Checker = new("Form checker", Role.Checker);
    private static readonly Actor Editor = new("Form editor", Role.Editor);

    private ChangeRunner Changes => host.Services.GetRequiredService<ChangeRunner>();

    [Fact]
    public async Task A_claim_is_created_with_its_event()
    {
        var reply = await CreateAsync("The tower has 300 steps.");

        Assert.Equal(201, reply.Status);
        Assert.Equal("The tower has 300 steps.", (string?)(await host.Api.GetAsync(Path(reply))).Json["text"]);
        Assert.Contains(await host.EventsAsync(), e =>
            e.Kind == "claim.created"
                && e.Actor == Checker.Name
                && Path(reply).EndsWith(e.Subject.Split('/')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_names_the_state_that_it_was_made_on()
    {
        var created = await CreateAsync("The bridge was built in 1921.");
        var tag = ETags.Of(created.Body);
        var id = long.Parse(Path(created).Split('/')[^1]);

        var edited = await EditAsync(id, """{"headline":"Built in 1921"}""", Precondition.On(tag));
        var stale = await Assert.ThrowsAsync<ProblemException>(() => EditAsync(id, """{"headline":"Too late"}""", Precondition.On(tag)));
        var blind = await Assert.ThrowsAsync<ProblemException>(() => EditAsync(id, """{"headline":"Unseen"}""", Precondition.None));

        Assert.Equal(200, edited.Status);
        Assert.Equal((ProblemType.Stale, ProblemType.PreconditionRequired), (stale.Type, blind.Type));
        Assert.Equal("Built in 1921", (string?)(await host.Api.GetAsync($"/claims/{id}")).Json["headline"]);
    }

    [Fact]
    public async Task An_approved_verdict_is_published_by_an_editor_and_by_nobody_less()
    {
        var claim = await host.Api.GivenClaimAsync();
        var verdict = await host.Api.GivenDraftAsync(claim, "Unproven");
        await host.Api.MoveAsync(verdict, "submit");
        await (await host.AsAsync("editor", "Form colleague")).MoveAsync(verdict, "approve");

        var refused = await Assert.ThrowsAsync<ProblemException>(() => PublishAsync(verdict, Checker));
        var published = await PublishAsync(verdict, Editor);

        Assert.Equal(ProblemType.Forbidden, refused.Type);
        Assert.Equal(200, published.Status);
        Assert.Equal("published", (string?)(await host.Api.GetAsync($"/verdicts/{verdict}")).Json["state"]);
    }

    private static string Path(Reply reply) => reply.Location!["/api/v1".Length..];

    private Task<Reply> CreateAsync(string text) =>
        Changes.RunAsync(
            new Caller(Checker, Permission.Write), change => new CreateClaim().WriteAsync(change, new CreateClaimRequest { Text = text }));

    private Task<Reply> EditAsync(long id, string patch, Precondition ifMatch)
    {
        var request = new PatchRequest<ClaimBody>
        {
            Id = id,
            Patch = MergePatch<ClaimBody>.Read(System.Text.Encoding.UTF8.GetBytes(patch)),
        };
        return Changes.RunAsync(
            new Caller(Checker, Permission.Write) { IfMatch = ifMatch }, change => new EditClaim().WriteAsync(change, request));
    }

    private Task<Reply> PublishAsync(long verdict, Actor actor) =>
        Changes.RunAsync(
            new Caller(actor, Permission.Publish), change => new PublishVerdict().WriteAsync(change, new OneRequest { Id = verdict }));
}
