namespace Ita.Functions.Invocation;

/// <summary>
/// One function the host calls with a payload. It reads fixed input and writes to names it can compute, so that doing it twice
/// gives the same bytes; it throws when it cannot finish, and the queue brings the message again.
/// </summary>
public interface IStep
{
    /// <summary>The function's name: its folder, and the path the host posts to.</summary>
    string Function { get; }

    Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken);
}
