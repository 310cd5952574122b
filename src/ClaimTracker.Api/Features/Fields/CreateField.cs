using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

internal sealed record CreateFieldRequest : FieldBody;

internal sealed class CreateFieldValidator : Validator<CreateFieldRequest>
{
    public CreateFieldValidator() => Include(FieldBodyValidator.Instance);
}

internal sealed class CreateField : WriteEndpoint<CreateFieldRequest, FieldResponse>
{
    private const string InsertSql = """
        insert into fields (subject, name, name_key, type, choices, required, created_by, created_at, updated_at)
        values (@On, @Name, @NameKey, @Type, @Choices, @Required, @Actor, @Now, @Now)
        returning id
        """;

    private const string CountSql = "select count(*) from fields";

    public override void Configure()
    {
        Post("");
        Group<FieldsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Create a field of the desk's own";
            s.Description =
                "Claims, articles or sources then take a value of it in `fields`, and their list filters by it: "
                + "`GET /claims?fields.topic=Health`. Names are unique among the fields of one kind, ignoring case. A required field is "
                + "asked for in new things that clients send; what exists is not touched.";
        });
        Description(static d => d.Produces<FieldResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateFieldRequest request)
    {
        await FieldNaming.RequireFreeAsync(change, request.On!.Value, request.Name!, own: null);
        if (await change.SingleAsync<long>(CountSql) >= Limits.Fields)
        {
            throw Problem.Conflict($"There are {Limits.Fields} fields, which is the most.");
        }

        var id = await change.InsertAsync(InsertSql, new
        {
            request.On,
            request.Name,
            NameKey = TextKey.Of(request.Name!),
            request.Type,
            request.Choices,
            Required = request.Required ?? false,
            Actor = change.Actor.Name,
            change.Now,
        });
        await change.RecordAsync(EventKind.FieldCreated, Subject.Field(id), before: null, after: request);
        return Reply.Created(Subject.Field(id).Address, (await FieldReader.FindAsync(change, id))!);
    }
}
