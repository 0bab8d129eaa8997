namespace Ita.Domain.Frameworks;

/// <summary>How well a fact of a framework is founded.</summary>
public enum Mark
{
    /// <summary>Stated in one of the seed documents.</summary>
    Seed,

    /// <summary>Stated in a public source.</summary>
    Public,

    /// <summary>Follows by exact arithmetic from published scores.</summary>
    Arith,

    /// <summary>Knowledge or analogy, not found in a source: replaceable.</summary>
    Assumed,
}

/// <summary>A number with the place it comes from.</summary>
/// <param name="Mark">The weakest of what it rests on.</param>
/// <param name="Source">
/// One or more names of <see cref="Framework.Sources"/>, with "; " between them, each followed by a word in brackets where
/// the name alone does not say which place is meant: <c>S003 (item scores); ANALOGY (labels)</c>.
/// </param>
public sealed record Sourced<T>(T Value, Mark Mark, string Source);
