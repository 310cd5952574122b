using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

internal sealed record CreateKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>What it is for; "key", if left out.</summary>
    public string? Label { get; init; }

    /// <summary>From when on it opens nothing; never, if left out.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed class CreateKeyValidator : Validator<CreateKeyRequest>
{
    public CreateKeyValidator() => RuleFor(static k => k.Label).Optional(Limits.KeyLabel);
}

internal sealed class CreateKey(Writes writes) : Endpoint<CreateKeyRequest, NewKeyResponse>
{
    public override void Configure()
    {
        Post("/users/{id}/keys");
        Group<UsersGroup>();
        Description(static d => d
            .For(Permission.Administer)
            .Says("Make a key for a user", "The answer has the key, this once: only its SHA-256 is stored.")
            .Creates<NewKeyResponse>().Refuses(404, 409));
    }

    public override Task HandleAsync(CreateKeyRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var user = (await UserRow.FindAsync(tx, request.Id)).OrNotFound("user", request.Id);
        if (user.RemovedAt is not null)
        {
            throw Problem.Conflict($"User {request.Id} was removed.", UsersGroup.Address + request.Id);
        }

        if (request.ExpiresAt <= tx.Now)
        {
            throw Problem.Invalid("expiresAt", "must be in the future");
        }

        var (id, key) = await ApiKeys.IssueAsync(tx, actor.Name, new NewKey(request.Id, request.Label ?? "key", request.ExpiresAt));
        return Reply.CreatedSecret(UsersGroup.KeyOf(request.Id, id), (await KeyRow.FindAsync(tx, request.Id, id))!.With(key))
            .Telling((log, trace) => log.KeyCreated(actor.Name, id, request.Id, trace));
    });
}
