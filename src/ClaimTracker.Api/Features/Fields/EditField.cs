using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

internal sealed class EditField : WriteEndpoint<PatchRequest<FieldBody>, FieldResponse>
{
    private const string UsedSql = """
        select value, count(*) as holders
        from (
            select value from claim_fields where field_id = @Id
            union all
            select value from article_fields where field_id = @Id
            union all
            select value from source_fields where field_id = @Id) used
        group by value
        order by value
        """;

    private const string UpdateSql = """
        update fields
        set name = @Name,
            name_key = @NameKey,
            choices = @Choices,
            required = @Required,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<FieldsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Edit a field of the desk's own";
            s.Description =
                "A JSON Merge Patch. `on` and `type` stay. A choice that is used cannot be taken away, nor a name that the query of a "
                + "live list asks for. With a new name the values stay.";
        });
        Description(
            static d => d.Produces<FieldResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<FieldBody> request)
    {
        var current = (await FieldReader.FindAsync(change, request.Id)).OrNotFound(Subject.Field(request.Id));
        change.RequireUnchanged(current);
        var edited = request.Patch.ApplyTo(FieldBody.Of(current), FieldBodyValidator.Instance);
        if ((edited.On, edited.Type) != (current.On, current.Type))
        {
            throw Problem.Conflict(
                $"Field {request.Id} stays on {current.On.ToWord()}, of the type {current.Type.ToWord()}: make another.");
        }

        if (edited.Name != current.Name)
        {
            await FieldNaming.RequireFreeAsync(change, current.On, edited.Name!, current.Id);
            await FieldNaming.RequireUnaskedAsync(change, current);
        }

        await RefuseUsedAsync(change, current, edited);
        await change.ExecuteAsync(UpdateSql, new
        {
            request.Id,
            edited.Name,
            NameKey = TextKey.Of(edited.Name!),
            edited.Choices,
            Required = edited.Required ?? false,
            change.Now,
        });
        await change.RecordAsync(EventKind.FieldEdited, Subject.Field(request.Id), FieldBody.Of(current), edited);
        return Reply.Resource((await FieldReader.FindAsync(change, request.Id))!);
    }

    private static async Task RefuseUsedAsync(Change change, FieldResponse current, FieldBody edited)
    {
        if (current.Choices?.Except(edited.Choices!, StringComparer.Ordinal).Any() != true)
        {
            return;
        }

        var used = await change.ListAsync<UsedRow>(UsedSql, new { current.Id });
        if (used.FirstOrDefault(one => !edited.Choices!.Contains(one.Value, StringComparer.Ordinal)) is { } kept)
        {
            throw Problem.Conflict(
                $"{FieldRules.Counted(current.On, kept.Holders)} {kept.Value} as {current.Name}: change "
                + $"{(kept.Holders == 1 ? "it" : "them")} first.");
        }
    }

    private sealed record UsedRow
    {
        public required string Value { get; init; }

        public required long Holders { get; init; }
    }
}
