namespace Ita.Reports.Printing;

/// <summary>Removes what killed processes left in the temporary folder.</summary>
public static class PrintLeftovers
{
    /// <returns>The number of deleted folders.</returns>
    public static int Delete() => PrintProfile.DeleteLeftOver(Path.GetTempPath());
}
