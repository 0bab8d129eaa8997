namespace Ita.Reports.Measures;

/// <summary>Where a score comes from, in the order in which documents name them.</summary>
public enum WeaknessSource
{
    /// <summary>Answers of the agency's staff.</summary>
    Staff,

    /// <summary>Answers of those who used the agency's services or contacted it.</summary>
    Public,

    /// <summary>The assessor's check of what the agency publishes.</summary>
    Website,
}
