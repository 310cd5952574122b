using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

internal sealed class DeleteField : WriteEndpoint<OneRequest>
{
    private const string UsedSql = """
        select
            (select count(distinct claim_id) from claim_fields where field_id = @Id)
            + (select count(distinct article_id) from article_fields where field_id = @Id)
            + (select count(distinct source_id) from source_fields where field_id = @Id)
        """;

    private const string DeleteSql = "delete from fields where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<FieldsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Delete a field of the desk's own";
            s.Description = "A field that something has a value of cannot be deleted, nor one that the query of a live list asks for.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var field = (await FieldReader.FindAsync(change, request.Id)).OrNotFound(Subject.Field(request.Id));
        change.RequireUnchanged(field);
        if (await change.SingleAsync<long>(UsedSql, request) is > 0 and var holders)
        {
            throw Problem.Conflict($"{FieldRules.Counted(field.On, holders)} a value of {field.Name}: the field stays.");
        }

        await FieldNaming.RequireUnaskedAsync(change, field);
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.FieldDeleted, Subject.Field(request.Id), before: field, after: null);
        return Reply.Gone;
    }
}
