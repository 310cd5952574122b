namespace ClaimTracker.Api.Features.People;

internal sealed record ListPeopleRequest : ThingsRequest
{
    /// <summary>The beginning of any word of a name, or of a name that is shown; case does not matter.</summary>
    [QueryParam]
    public string? Q { get; init; }

    [QueryParam]
    public IReadOnlyList<Role>? Role { get; init; }

    // Two blanks part the names, and none has two: what is asked for begins in one of them and ends in the same.
    public Filter Filter() => new Filter()
        .AnyOf("u.id", Ids)
        .And("u.removed_at is null")
        .Contains("' ' || u.name_key || '  ' || coalesce(u.display_name_key, '')", Q is null ? null : " " + TextKey.Of(Q))
        .AnyOf("u.role", Role);
}

internal sealed class ListPeopleValidator : PageRequestValidator<ListPeopleRequest>
{
    public ListPeopleValidator() => RuleFor(static r => r.Q).Optional(Limits.UserName);
}

internal sealed class ListPeople : ListEndpoint<ListPeopleRequest, PersonResponse>
{
    private const string Columns = "u.id, u.name, u.display_name, u.role, u.also_editor";

    public override void Configure()
    {
        Get("");
        Group<PeopleGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "List the people of the desk";
            s.Description = "Those who can be given work, and the others who have a key or a token; users who were removed are left out.";
        });
        Description(static d => d.Produces<Page<PersonResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListPeopleRequest request) => SortColumn.ById("u.id");

    public override Task<Page<PersonResponse>> ReadAsync(ReadTx tx, Actor actor, ListPeopleRequest request, Keyset keyset) =>
        tx.PageAsync(keyset, new PageQuery<PersonResponse>(Columns, "users u", request.Filter(), static person => (null, person.Id)));
}
