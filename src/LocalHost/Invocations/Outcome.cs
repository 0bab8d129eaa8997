namespace Ita.LocalHost.Invocations;

/// <summary>How an invocation ended: well, or with a failure in words.</summary>
internal readonly record struct Outcome(string? Failure)
{
    public static readonly Outcome Success;

    public bool Succeeded => Failure is null;

    public static Outcome Fail(string why) => new(why);
}
