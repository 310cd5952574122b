using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Users;

internal sealed record RotateKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }

    /// <summary>How long the old key goes on beside the new one; 24, if left out.</summary>
    public int? OverlapHours { get; init; }
}

internal sealed class RotateKeyValidator : Validator<RotateKeyRequest>
{
    public RotateKeyValidator() => RuleFor(static k => k.OverlapHours).InclusiveBetween(0, Limits.RotationOverlapHours)
        .WithMessage($"must be from 0 to {Limits.RotationOverlapHours}");
}

internal sealed class RotateKey(KeyLife life) : WriteEndpoint<RotateKeyRequest, NewKeyResponse>
{
    private const int DefaultOverlapHours = 24;

    private const string SuccessorSql = "select replaced_by from api_keys where id = @Id";

    public override void Configure()
    {
        Post("{id}/keys/{keyId}/rotate");
        Group<UsersGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Replace a key";
            s.Description =
                "The answer has the new key, this once; it has the label of the old one, and lasts as long from now as that was made to. "
                + "Both open the API until the overlap is over. A key is replaced once; 409 names the one that took its place.";
        });
        Description(
            static d => d.Produces<NewKeyResponse>(201).AnswersNoResource().ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, RotateKeyRequest request)
    {
        var old = await KeyReader.FindAsync(change, request.Id, request.KeyId);
        if (old.RevokedAt is not null || old.ExpiresAt <= change.Now)
        {
            throw Problem.Conflict($"Key {old.Id} has ended: make a new one.", Subject.Key(old.Id, request.Id).Address);
        }

        if (await change.FirstAsync<long?>(SuccessorSql, new { old.Id }) is { } successor)
        {
            throw Problem.Conflict(
                $"Key {old.Id} was rotated: key {successor} took its place. Rotate that one, or make another.",
                Subject.Key(successor, request.Id).Address);
        }

        var lasts = old.ExpiresAt - old.CreatedAt;
        var until = lasts < DateTimeOffset.MaxValue - change.Now ? change.Now + lasts : old.ExpiresAt;
        var (id, key) = await KeyWriter.IssueAsync(change, new NewKey(request.Id, old.Label, life.EndOf(until, change.Now)));
        var overlap = change.Now.AddHours(request.OverlapHours ?? DefaultOverlapHours);
        await KeyWriter.ReplaceAsync(change, (old.Id, request.Id), id, old.ExpiresAt < overlap ? old.ExpiresAt.Value : overlap);
        change.AfterCommit((log, trace) => log.KeyRotated(change.Actor.Name, old.Id, request.Id, id, trace));
        return Reply.CreatedSecret(Subject.Key(id, request.Id).Address, await KeyReader.NewAsync(change, request.Id, id, key));
    }
}
