namespace Ita.Functions.Storage.Tables;

/// <summary>What happens to stored properties the new entity does not name.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge,

    /// <summary>They go.</summary>
    Replace,
}
