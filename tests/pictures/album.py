"""Every picture of the guides, by the name of its file without .png."""

from types import ModuleType

from tests.pictures import of_commands, of_editing, of_papers, of_paths, of_site
from tests.pictures.studio import Taking

_MODULES: tuple[ModuleType, ...] = (of_commands, of_editing, of_papers, of_paths, of_site)

ALBUM: dict[str, Taking] = {
    name.replace("_", "-"): taking
    for module in _MODULES
    for name, taking in vars(module).items()
    if getattr(taking, "__module__", "") == module.__name__ and not name.startswith("_")
}
