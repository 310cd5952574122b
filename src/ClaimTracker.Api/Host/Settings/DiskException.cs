namespace ClaimTracker.Api.Host.Settings;

/// <summary>
/// The program must end, because the disk did not confirm what it was given. The message is one sentence for the operator; the exit
/// code is one of its own, so that a service manager can tell it from a start that was refused.
/// </summary>
internal sealed class DiskException(string message) : Exception(message)
{
    public const int ExitCode = 3;
}
