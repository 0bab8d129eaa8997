namespace Ita.App.Access;

/// <summary>How far a key reaches.</summary>
public enum KeyScope
{
    /// <summary>The agency's own uploads, drafts, measures, reports and survey codes.</summary>
    Agency,

    /// <summary>All agencies, and publishing, survey periods and runs.</summary>
    Assessor,

    /// <summary>Everything, including keys, settings and the audit log.</summary>
    Operator,
}

/// <summary>The holder of a known key. A key belongs to an office, never to a person.</summary>
/// <param name="Id">Identifies the key in the history and the audit log; not secret.</param>
/// <param name="Agency">The agency that holds the key; null unless the scope is <see cref="KeyScope.Agency"/>.</param>
public sealed record KeyHolder(string Id, KeyScope Scope, string? Agency = null)
{
    /// <summary>True when the key may read and change the data of the agency.</summary>
    public bool Covers(string agency) => Scope != KeyScope.Agency || Agency == agency;
}
