using Microsoft.AspNetCore.Components;

namespace Ita.Reports.FollowUps.Sections;

/// <summary>A section of the follow-up report.</summary>
public abstract class FollowUpSection : ComponentBase
{
    [CascadingParameter]
    public FollowUpView View { get; set; } = null!;
}
