namespace Ita.App.Results;

/// <summary>Finds the framework of a result.</summary>
public static class FrameworkOfResult
{
    /// <summary>The version of the framework with which a result was computed.</summary>
    public static Framework Get(this FrameworkCatalogue frameworks, AgencyResult result)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(result);
        return frameworks.Get(result.Year, result.MethodVersion);
    }
}
