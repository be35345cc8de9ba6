"""The page that is served; asks the desk and shows what views draw. Nothing is served yet."""
