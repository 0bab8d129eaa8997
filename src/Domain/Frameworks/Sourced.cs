namespace Ita.Domain.Frameworks;

/// <summary>How well a fact of a framework is supported.</summary>
public enum Mark
{
    /// <summary>Stated in one of the seed documents.</summary>
    Seed,

    /// <summary>Stated in a public source.</summary>
    Public,

    /// <summary>Follows by exact arithmetic from published scores.</summary>
    Arith,

    /// <summary>General knowledge or analogy, not found in a source; to be replaced when a source is found.</summary>
    Assumed,
}

/// <summary>A value with its source.</summary>
/// <param name="Mark">The weakest mark of its sources.</param>
/// <param name="Source">
/// One or more names in <see cref="Framework.Sources"/>, separated by "; ", each followed by the place in parentheses where needed: <c>S003
/// (item scores); ANALOGY (labels)</c>.
/// </param>
public sealed record Sourced<T>(T Value, Mark Mark, string Source);
