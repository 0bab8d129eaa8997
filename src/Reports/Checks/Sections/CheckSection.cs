using Microsoft.AspNetCore.Components;

namespace Ita.Reports.Checks.Sections;

/// <summary>A section of the check sheet.</summary>
public abstract class CheckSection : ComponentBase
{
    [CascadingParameter]
    public CheckView View { get; set; } = null!;
}
