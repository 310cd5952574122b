using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record CreateKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>What it is for; "key", if left out.</summary>
    public string? Label { get; init; }

    /// <summary>From when on it opens nothing; if left out never, or after the longest life that the desk lets keys have.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed class CreateKeyValidator : Validator<CreateKeyRequest>
{
    public CreateKeyValidator() => RuleFor(static k => k.Label).Optional(Limits.KeyLabel);
}

internal sealed class CreateKey(KeyLife life) : WriteEndpoint<CreateKeyRequest, NewKeyResponse>
{
    public override void Configure()
    {
        Post("{id}/keys");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Make a key for a user";
            s.Description = "The answer has the key, this once: only its SHA-256 is stored.";
        });
        Description(
            static d => d.Produces<NewKeyResponse>(201).AnswersNoResource().ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateKeyRequest request)
    {
        var user = (await UserReader.FindAsync(change, request.Id)).OrNotFound(Subject.User(request.Id));
        if (user.RemovedAt is not null)
        {
            throw Problem.Conflict($"User {request.Id} was removed.", Subject.User(request.Id).Address);
        }

        if (request.ExpiresAt <= change.Now)
        {
            throw Problem.Invalid("expiresAt", "must be in the future");
        }

        if (life.IsExceeded(request.ExpiresAt, change.Now))
        {
            throw Problem.Invalid("expiresAt", life.Expected);
        }

        var until = life.EndOf(request.ExpiresAt, change.Now);
        var (id, key) = await KeyWriter.IssueAsync(change, new NewKey(request.Id, request.Label ?? "key", until));
        change.AfterCommit((log, trace) => log.KeyCreated(change.Actor.Name, id, request.Id, trace));
        return Reply.CreatedSecret(Subject.Key(id, request.Id).Address, await KeyReader.NewAsync(change, request.Id, id, key));
    }
}
